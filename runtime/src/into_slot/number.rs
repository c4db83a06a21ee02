//! Numbers that may have a fraction.

use alloc::format;

use api_error_catalog_core::{Finite, SlotValue};
#[cfg(feature = "rust_decimal")]
use rust_decimal::Decimal;

use super::into_slot;
use crate::digits::Digits;
use crate::slot::NumberSlot;

into_slot! {
    NumberSlot => {
        f64: |number| double(number);
        &f64: |number| double(*number);
        f32: |number| single(number);
        &f32: |number| single(*number);
        Digits: |digits| Some(digits.into_value());
        &Digits: |digits| Some(digits.clone().into_value());
    }
}

// Every digit, also the zeros at the end: `1.50`.
#[cfg(feature = "rust_decimal")]
into_slot! {
    NumberSlot => {
        Decimal: |number| Digits::new(number).map(Digits::into_value);
        &Decimal: |number| Digits::new(number).map(Digits::into_value);
    }
}

/// Nothing for an infinity or a NaN, which JSON does not have.
fn double(number: f64) -> Option<SlotValue<'static>> {
    Finite::new(number).map(SlotValue::Number)
}

/// The digits of an `f32`, which are fewer than those of the `f64` that is equal to it: 0.1, and not
/// 0.10000000149011612. They are written as [`Finite`] writes them.
fn single(number: f32) -> Option<SlotValue<'static>> {
    number.is_finite().then(|| SlotValue::Json(format!("{number:?}").into()))
}
