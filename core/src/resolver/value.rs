//! Values as they stand at a node: by the type of their slot or parameter.

use super::Resolved;
use super::text::{Text, TextSource};
use crate::fixed_slot::FixedValue;
use crate::json;
use crate::slot::{SlotRow, SlotType};
use crate::slot_value::SlotValue;

/// What stands in a slot that the caller has set.
pub(super) fn set<'r>(slot: SlotRow<'_>, value: &'r SlotValue<'r>) -> Resolved<'r> {
    match value {
        SlotValue::Text(text) => text_value(slot, Some(TextSource::Str { text, is_plain: false })),
        SlotValue::Absent => Resolved::Absent,
        value if slot.slot_type() == SlotType::String => {
            text_value(slot, Some(TextSource::Value(value)))
        }
        value => of_type(slot.slot_type(), value),
    }
}

pub(super) fn status_value<'r>(slot: SlotRow<'_>, status: u16) -> Resolved<'r> {
    if slot.slot_type() == SlotType::String {
        text_value(slot, Some(TextSource::Status(status)))
    } else {
        Resolved::Integer(status.into())
    }
}

/// A text in a slot. One that is too short counts as absent; in a slot for numbers, one that is a
/// whole number is written as one.
#[inline]
pub(super) fn text_value<'r>(slot: SlotRow<'_>, source: Option<TextSource<'r>>) -> Resolved<'r> {
    let Some(source) = source else { return Resolved::Absent };
    if slot.takes_any_text() {
        return Resolved::Text(Text { source, max_length: None });
    }
    match source {
        TextSource::Str { text, .. } if slot.slot_type().is_numeric() && json::is_integer(text) => {
            Resolved::Digits(text)
        }
        source if slot.min_length() > 0 && source.is_shorter(slot.min_length()) => Resolved::Absent,
        source => Resolved::Text(Text { source, max_length: slot.max_length() }),
    }
}

/// A value as JSON; in a string, as text.
pub(super) fn of_type<'r>(slot_type: SlotType, value: &'r SlotValue<'r>) -> Resolved<'r> {
    let source = match value {
        SlotValue::Text(text) => TextSource::Str { text, is_plain: false },
        SlotValue::Absent => return Resolved::Absent,
        value if slot_type == SlotType::String => TextSource::Value(value),
        SlotValue::Integer(number) => return Resolved::Integer(*number),
        SlotValue::Number(number) => return Resolved::Number(*number),
        SlotValue::Boolean(value) => return Resolved::Boolean(*value),
        SlotValue::Json(json) => return Resolved::Json(json),
    };
    Resolved::Text(Text { source, max_length: None })
}

pub(super) fn fixed(value: FixedValue<'_>) -> Resolved<'_> {
    match value {
        FixedValue::Text { text, is_plain } => {
            Resolved::Text(Text { source: TextSource::Str { text, is_plain }, max_length: None })
        }
        FixedValue::Json(json) => Resolved::Json(json),
    }
}
