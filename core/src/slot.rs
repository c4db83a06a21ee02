//! Slots: the places of a body that are filled.

pub use crate::known_slot::KnownSlot;
use crate::rows::{row, u16_at, u32_at};
use crate::size::MOST_ANCESTORS;
pub use crate::slot_source::SlotSource;
pub use crate::slot_type::SlotType;
use crate::text::{TextId, Texts};

/// The deepest level that a slot may name: that of an entry with as many ancestors as there may be.
#[allow(clippy::cast_possible_truncation, reason = "there are few")]
pub const DEEPEST_LEVEL: u8 = MOST_ANCESTORS as u8 + 1;

/// A slot as a catalog declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SlotDef {
    /// The name, which is its setter's.
    pub name: alloc::string::String,
    /// What it is in JSON.
    pub slot_type: SlotType,
    /// What else it may be when it is read: an API may document one type and send another.
    pub or: Option<SlotType>,
    /// What fills it when the caller has not set it.
    pub source: SlotSource,
    /// The fewest characters a string may have; a shorter one counts as not set.
    pub min_length: u32,
    /// The most characters a string may have, at least 1; a longer one is cut and ends in `…`.
    pub max_length: Option<u32>,
    /// Which entry it speaks of: 1 is the outermost in the chain of parents, 2 the next one. 0 is the
    /// error's own, or that of the nested object which the slot is in.
    pub level: u8,
}

impl SlotDef {
    /// A slot that only callers fill.
    pub fn of_caller(name: &str, slot_type: SlotType) -> Self {
        Self {
            name: name.into(),
            slot_type,
            or: None,
            source: SlotSource::Caller,
            min_length: 0,
            max_length: None,
            level: 0,
        }
    }
}

impl From<KnownSlot> for SlotDef {
    /// The slot as it is where a catalog does not declare it.
    fn from(known: KnownSlot) -> Self {
        Self { source: known.source, ..Self::of_caller(known.name, known.slot_type) }
    }
}

impl From<&Slot<'_>> for SlotDef {
    fn from(slot: &Slot<'_>) -> Self {
        let Slot { name, slot_type, or, source, min_length, max_length, level, .. } = *slot;
        Self { name: name.into(), slot_type, or, source, min_length, max_length, level }
    }
}

/// A slot of a compiled catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot<'c> {
    /// The name, which is its setter's.
    pub name: &'c str,
    /// What it is in JSON.
    pub slot_type: SlotType,
    /// What else it may be when it is read.
    pub or: Option<SlotType>,
    /// What fills it when the caller has not set it.
    pub source: SlotSource,
    /// The fewest characters a string may have; a shorter one counts as not set.
    pub min_length: u32,
    /// The most characters a string may have; a longer one is cut and ends in `…`.
    pub max_length: Option<u32>,
    /// Which entry it speaks of: 1 is the outermost in the chain of parents; 0 the error's own.
    pub level: u8,
    /// Whether the slot is in the nested object, `[body.inner]`.
    pub is_inner: bool,
    /// Whether every member with its value is left out where it has none.
    pub is_optional: bool,
    /// The first slot of the same name, which is the one that callers set.
    pub target: u16,
}

/// Bytes of a slot's row: its name (4), type, other type, source, flags (1 each), lengths (4 each), the
/// slot that callers set (2), level (1), nothing (1).
pub(crate) const SLOT: usize = 20;

/// The number of [`SlotSource::Caller`].
const CALLER: u8 = 0;

// The flags of a row.
const IS_INNER: u8 = 1;
const TAKES_ANY_TEXT: u8 = 2;
const IS_OPTIONAL: u8 = 4;
const IS_CODE: u8 = 8;
const IS_TYPE: u8 = 16;
const IS_MESSAGE: u8 = 32;
const TAKES_DIGITS: u8 = 64;

/// The number of "no other type", and of "no greatest length".
const NO_TYPE: u8 = u8::MAX;
const NO_LENGTH: u32 = u32::MAX;

impl<'c> Slot<'c> {
    /// Whether it is the known slot of a moment that is written as text.
    pub fn is_timestamp(&self) -> bool {
        let is_text = self.slot_type == SlotType::String && self.source == SlotSource::Caller;
        is_text && self.name == KnownSlot::TIMESTAMP
    }

    pub(crate) fn encode(
        slot: &SlotDef,
        name: TextId,
        is_inner: bool,
        is_optional: bool,
        target: u16,
    ) -> [u8; SLOT] {
        let or = slot.or.map_or(NO_TYPE, |or| or as u8);
        let is_text = slot.slot_type == SlotType::String;
        let takes_any_text = is_text && slot.min_length == 0 && slot.max_length.is_none();
        let flags = if is_inner { IS_INNER } else { 0 }
            | if takes_any_text { TAKES_ANY_TEXT } else { 0 }
            | if is_optional { IS_OPTIONAL } else { 0 }
            | match slot.source {
                SlotSource::Code => IS_CODE,
                SlotSource::ProblemType => IS_TYPE,
                SlotSource::MESSAGE => IS_MESSAGE,
                _ => 0,
            }
            | if takes_digits(slot) { TAKES_DIGITS } else { 0 };
        let types = [slot.slot_type as u8, or, slot.source.number(), flags];
        let max_length = slot.max_length.unwrap_or(NO_LENGTH);
        row(&[
            &name.to_le_bytes(),
            &types,
            &slot.min_length.to_le_bytes(),
            &max_length.to_le_bytes(),
            &target.to_le_bytes(),
            &[slot.level],
        ])
    }

    pub(crate) fn decode(row: SlotRow<'c>, texts: Texts<'c>) -> Self {
        Self {
            name: texts.get(row.name()),
            slot_type: row.slot_type(),
            or: row.or(),
            source: row.source(),
            is_inner: row.is_inner(),
            is_optional: row.is_optional(),
            min_length: row.min_length(),
            max_length: row.max_length(),
            level: row.level(),
            target: row.target(),
        }
    }
}

/// Whether a slot is a string that may be sent as a number. Texts are none, and a member of a problem that
/// should be a URI and is none is ignored (RFC 9457 §3.1).
fn takes_digits(slot: &SlotDef) -> bool {
    let is_uri = || KnownSlot::URIS.contains(&slot.name.as_str());
    slot.slot_type == SlotType::String
        && match slot.source {
            SlotSource::Code | SlotSource::Status => true,
            SlotSource::Caller => !is_uri(),
            _ => false,
        }
}

/// The row of a slot: what reading and writing bodies ask for, read when it is.
#[derive(Clone, Copy)]
pub(crate) struct SlotRow<'c>(pub(crate) &'c [u8; SLOT]);

impl SlotRow<'_> {
    pub(crate) fn name(self) -> TextId {
        u32_at(self.0, 0)
    }

    #[inline]
    pub(crate) fn slot_type(self) -> SlotType {
        SlotType::ALL[usize::from(self.0[4])]
    }

    #[inline]
    pub(crate) fn or(self) -> Option<SlotType> {
        SlotType::ALL.get(usize::from(self.0[5])).copied()
    }

    #[inline]
    pub(crate) fn source(self) -> SlotSource {
        SlotSource::from_number(self.0[6])
    }

    /// Whether only the caller fills it.
    #[inline]
    pub(crate) fn is_callers(self) -> bool {
        self.0[6] == CALLER
    }

    /// Whether the slot is in the nested object.
    #[inline]
    pub(crate) fn is_inner(self) -> bool {
        self.0[7] & IS_INNER != 0
    }

    /// Whether it is a string, and a number is read as one.
    pub(crate) fn takes_digits(self) -> bool {
        self.0[7] & TAKES_DIGITS != 0
    }

    /// Whether it holds a code.
    #[inline]
    pub(crate) fn is_code(self) -> bool {
        self.0[7] & IS_CODE != 0
    }

    /// Whether it holds a problem type.
    #[inline]
    pub(crate) fn is_type(self) -> bool {
        self.0[7] & IS_TYPE != 0
    }

    /// Whether what it holds names an entry: a code or a problem type.
    #[inline]
    pub(crate) fn names_entry(self) -> bool {
        self.0[7] & (IS_CODE | IS_TYPE) != 0
    }

    /// Whether it holds a message.
    #[inline]
    pub(crate) fn is_message(self) -> bool {
        self.0[7] & IS_MESSAGE != 0
    }

    /// Whether its members are left out where it has no value.
    pub(crate) fn is_optional(self) -> bool {
        self.0[7] & IS_OPTIONAL != 0
    }

    /// Whether it takes a string of any length.
    #[inline]
    pub(crate) fn takes_any_text(self) -> bool {
        self.0[7] & TAKES_ANY_TEXT != 0
    }

    /// The slot that callers set: the first one of the same name.
    #[inline]
    pub(crate) fn target(self) -> u16 {
        u16_at(self.0, 16)
    }

    /// Which entry of the chain it speaks of; 0 is the error's own.
    #[inline]
    pub(crate) fn level(self) -> u8 {
        self.0[18]
    }

    #[inline]
    pub(crate) fn min_length(self) -> u32 {
        u32_at(self.0, 8)
    }

    #[inline]
    pub(crate) fn max_length(self) -> Option<u32> {
        let length = u32_at(self.0, 12);
        (length != NO_LENGTH).then_some(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_survive_their_numbers() {
        for slot in KnownSlot::all() {
            assert_eq!(SlotSource::from_number(slot.source.number()), slot.source, "{}", slot.name);
            assert_eq!(slot.source.number() == CALLER, slot.source == SlotSource::Caller);
            assert_eq!(KnownSlot::find(slot.name).map(|found| found.source), Some(slot.source));
        }
        for (number, slot_type) in SlotType::ALL.into_iter().enumerate() {
            assert_eq!(slot_type as usize, number);
        }
    }
}
