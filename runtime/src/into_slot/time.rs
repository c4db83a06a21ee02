//! Moments.

use api_error_catalog_core::{Integer, SlotValue};

use super::into_slot;
use crate::slot::TimeSlot;
use crate::time::Time;

into_slot! {
    TimeSlot => {
        Time<'a>: |time| Some(time.0);
        &'a Time<'_>: |time| Some(time.0.clone());
        Integer: |seconds| Some(SlotValue::Integer(seconds));
        &Integer: |seconds| Some(SlotValue::Integer(*seconds));
    }
}

/// For the types that seconds since 1970 are counted in.
macro_rules! seconds {
    ($($type:ty),*) => {
        into_slot! {
            TimeSlot => {
                $(
                    $type: |seconds| Some(SlotValue::from(seconds));
                    &$type: |seconds| Some(SlotValue::from(*seconds));
                )*
            }
        }
    };
}

seconds!(i32, u32, i64, u64);
