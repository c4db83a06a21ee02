//! Texts. What is borrowed is written from where it is.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;

use api_error_catalog_core::SlotValue;

use super::into_slot;
use crate::slot::{StringSlot, TimeSlot, TimestampSlot};

into_slot! {
    StringSlot, TimestampSlot, TimeSlot => {
        &'a str: |text| Some(SlotValue::from(text));
        &'a &str: |text| Some(SlotValue::from(*text));
        String: |text| Some(SlotValue::from(text));
        &'a String: |text| Some(SlotValue::from(text.as_str()));
        Cow<'a, str>: |text| Some(SlotValue::from(text));
        &'a Cow<'_, str>: |text| Some(SlotValue::from(&**text));
        Box<str>: |text| Some(SlotValue::from(String::from(text)));
        &'a Box<str>: |text| Some(SlotValue::from(&**text));
        Rc<str>: |text| Some(SlotValue::from(String::from(&*text)));
        &'a Rc<str>: |text| Some(SlotValue::from(&**text));
    }
}

#[cfg(target_has_atomic = "ptr")]
into_slot! {
    StringSlot, TimestampSlot, TimeSlot => {
        Arc<str>: |text| Some(SlotValue::from(String::from(&*text)));
        &'a Arc<str>: |text| Some(SlotValue::from(&**text));
    }
}

into_slot! {
    StringSlot => {
        char: |character| Some(SlotValue::from(String::from(character)));
        &char: |character| Some(SlotValue::from(String::from(*character)));
    }
}
