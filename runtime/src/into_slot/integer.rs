//! Whole numbers. In a slot of strings, they are the text of their digits.

use alloc::string::ToString;
use core::num::NonZero;

use api_error_catalog_core::{Integer, SlotValue};

use super::into_slot;
use crate::slot::{IntegerSlot, NumberSlot, StringSlot};

/// Implements [`IntoSlot`] for integers and references to them.
macro_rules! integers {
    ($($type:ty: |$number:ident| $value:expr;)*) => {
        into_slot! {
            StringSlot, IntegerSlot, NumberSlot => {
                $(
                    $type: |$number| Some($value);
                    &$type: |number| {
                        let $number = *number;
                        Some($value)
                    };
                )*
            }
        }
    };
}

/// For the types that are always in the range of [`Integer`].
macro_rules! narrow {
    ($($type:ty),*) => {
        integers! {
            $(
                $type: |number| SlotValue::from(number);
                NonZero<$type>: |number| SlotValue::from(number.get());
            )*
        }
    };
}

narrow!(i8, u8, i16, u16, i32, u32, i64, u64, isize, usize);

integers! {
    Integer: |number| SlotValue::Integer(number);
    i128: |number| signed(number);
    NonZero<i128>: |number| signed(number.get());
    u128: |number| unsigned(number);
    NonZero<u128>: |number| unsigned(number.get());
}

fn signed(number: i128) -> SlotValue<'static> {
    match i64::try_from(number) {
        Ok(number) => SlotValue::from(number),
        Err(_) => u128::try_from(number).map_or_else(|_| digits(&number), unsigned),
    }
}

fn unsigned(number: u128) -> SlotValue<'static> {
    u64::try_from(number).map_or_else(|_| digits(&number), SlotValue::from)
}

/// A number beyond the range of [`Integer`].
fn digits(number: &impl ToString) -> SlotValue<'static> {
    SlotValue::Json(number.to_string().into())
}
