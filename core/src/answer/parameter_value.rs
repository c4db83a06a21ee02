//! The value of a parameter that was received.

use alloc::string::String;

use super::found;
use crate::json;
use crate::slot::SlotType;

/// A value, as JSON text.
pub(super) struct ParameterValue(String);

impl ParameterValue {
    /// A value that has been delimited; `None` where it is no JSON, or `null`.
    pub(super) fn of_json(value: &[u8]) -> Option<Self> {
        if let [b'"', .., b'"'] = value {
            return found::text(value).map(|text| Self(json::quoted(&text)));
        }
        let value = core::str::from_utf8(value).ok()?;
        (found::is_json(value) && value != "null").then(|| Self(value.into()))
    }

    /// Text, as a value of a type where it looks so.
    pub(super) fn of_text(text: &str, slot_type: SlotType) -> Self {
        let is_json = match slot_type {
            SlotType::Integer => json::is_integer(text),
            SlotType::Number | SlotType::Delay | SlotType::Time => json::is_number(text),
            SlotType::Boolean => matches!(text, "true" | "false"),
            _ => false,
        };
        Self(if is_json { text.into() } else { json::quoted(text) })
    }

    pub(super) fn into_json(self) -> String {
        self.0
    }

    /// A string without its quotes, anything else as JSON text.
    pub(super) fn into_text(self) -> String {
        match found::text(self.0.as_bytes()) {
            Some(text) => text.into(),
            None => self.0,
        }
    }
}
