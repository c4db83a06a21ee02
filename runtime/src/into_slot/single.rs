//! The kinds of slots that a single type is for.

use core::time::Duration;

use api_error_catalog_core::SlotValue;
#[cfg(feature = "http")]
use http::StatusCode;

use super::into_slot;
use crate::slot::{BooleanSlot, DelaySlot, StatusSlot};
use crate::time::seconds_of;

// Exactly what a status is, so that a number as it is written is one.
into_slot! {
    StatusSlot => {
        u16: |status| Some(SlotValue::from(status));
        &u16: |status| Some(SlotValue::from(*status));
    }
}

#[cfg(feature = "http")]
into_slot! {
    StatusSlot => {
        StatusCode: |status| Some(SlotValue::from(status.as_u16()));
        &StatusCode: |status| Some(SlotValue::from(status.as_u16()));
    }
}

into_slot! {
    BooleanSlot => {
        bool: |value| Some(SlotValue::from(value));
        &bool: |value| Some(SlotValue::from(*value));
    }
}

into_slot! {
    DelaySlot => {
        Duration: |delay| Some(seconds_of(delay));
        &Duration: |delay| Some(seconds_of(*delay));
    }
}
