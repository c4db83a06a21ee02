//! The values of slots that were found in a body.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::scan;
use crate::catalog::Catalog;
use crate::error_item::ErrorItem;
use crate::json;
use crate::slot::{SlotRow, SlotSource, SlotType};
use crate::wait::Wait;

/// A body, and the values of its slots. It takes two allocations, unless a value was found inside of a
/// string, or there are several errors.
#[derive(Clone, Debug)]
pub(super) struct Received {
    pub(super) body: Vec<u8>,
    /// In the order of the body; those of an element behind those of the elements before it.
    pub(super) found: Vec<Found>,
    /// Values that were found inside of strings.
    pub(super) pieces: Vec<Piece>,
    /// The elements of error items. The first has number 1; 0 is what is around all of them.
    pub(super) elements: Vec<Element>,
    /// Whether a fixed member at the root has another value, so that this is not a body of the API.
    pub(super) is_refused: bool,
}

/// An element of an error item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    /// The element around it.
    pub(super) around: u32,
    pub(super) item: ErrorItem,
    /// Whether it is, or is in, a member of the outermost object, where any member is one.
    pub(super) is_in_root: bool,
    /// Whether its member stood twice, and the other one counts.
    pub(super) is_absent: bool,
}

/// A slot's value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) slot: u16,
    /// How many nested objects, those that `{inner}` stands for, are around it.
    pub(super) level: u16,
    /// The element that it is in.
    pub(super) element: u32,
    pub(super) place: Place,
}

/// Where a value is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// From one byte of the body to another.
    Body(u32, u32),
    /// Its index among the pieces.
    Piece(u32),
}

/// A value that was found inside of a string.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Whether the text is the value as JSON, and not a string.
    pub(super) is_json: bool,
}

/// An element by its number; `None` for 0, what is around all of them.
pub(super) fn element(elements: &[Element], number: u32) -> Option<&Element> {
    elements.get(number.checked_sub(1)? as usize)
}

impl Received {
    /// The indices of what was found in an element, and in none inside it.
    pub(super) fn range_of(&self, element: u32) -> Range<usize> {
        if self.elements.is_empty() {
            return 0..self.found.len();
        }
        let start = self.found.partition_point(|found| found.element < element);
        let rest = &self.found[start..];
        start..start + rest.partition_point(|found| found.element == element)
    }

    /// What was found in an element, and in none inside it.
    pub(super) fn of(&self, element: u32) -> &[Found] {
        &self.found[self.range_of(element)]
    }

    /// Whether objects nest in an element.
    pub(super) fn nests(&self, catalog: &Catalog<'_>, element: u32) -> bool {
        match self.element(element) {
            None => catalog.nests(),
            Some(element) => element.item.nests,
        }
    }

    /// An element by its number; `None` for 0, what is around all of them.
    pub(super) fn element(&self, number: u32) -> Option<&Element> {
        element(&self.elements, number)
    }

    /// A value as JSON text. Strings are written anew, so that what is broken in one is replaced. A
    /// whole number with a fraction of zeros is an integer in an integer slot.
    pub(super) fn json(&self, found: &Found, slot: SlotRow<'_>) -> Option<Cow<'_, str>> {
        let json = match found.place {
            Place::Body(start, end) => self.bytes(start, end),
            Place::Piece(at) => {
                let piece = &self.pieces[at as usize];
                return Some(if piece.is_json {
                    Cow::Borrowed(&*piece.text)
                } else {
                    Cow::Owned(json::quoted(&piece.text))
                });
            }
        };
        let takes = |slot_type| slot.slot_type() == slot_type || slot.or() == Some(slot_type);
        if let [b'"', .., b'"'] = json {
            let text = text(json)?;
            let is_digits = ![SlotType::String, SlotType::Any, SlotType::Delay, SlotType::Time]
                .into_iter()
                .any(takes);
            return Some(Cow::Owned(if is_digits { text.into() } else { json::quoted(&text) }));
        }
        let json = core::str::from_utf8(json).ok()?;
        if slot.slot_type() == SlotType::String && slot.or().is_none() {
            let number = number_of(json, slot);
            return json::is_number(number).then(|| Cow::Owned(json::quoted(number)));
        }
        is_json(json).then(|| Cow::Borrowed(number_of(json, slot)))
    }

    /// A string's text, or any other value as JSON text.
    pub(super) fn text(&self, found: &Found, slot: SlotRow<'_>) -> Option<Cow<'_, str>> {
        match found.place {
            Place::Body(start, end) => {
                let json = self.bytes(start, end);
                match text(json)? {
                    Cow::Borrowed(number) if !json.starts_with(b"\"") => {
                        Some(Cow::Borrowed(number_of(number, slot)))
                    }
                    text => Some(text),
                }
            }
            Place::Piece(at) => Some(Cow::Borrowed(&self.pieces[at as usize].text)),
        }
    }

    fn bytes(&self, start: u32, end: u32) -> &[u8] {
        &self.body[start as usize..end as usize]
    }
}

/// Whether a value that has been delimited is JSON, if it is no string. A list or an object is not looked
/// into.
pub(super) fn is_json(value: &str) -> bool {
    match value.as_bytes().first() {
        Some(b'{' | b'[') => true,
        Some(b'-' | b'0'..=b'9') => json::is_number(value),
        _ => matches!(value, "true" | "false" | "null"),
    }
}

/// A number without a fraction of zeros, in a slot for integers.
fn number_of<'t>(text: &'t str, slot: SlotRow<'_>) -> &'t str {
    let takes_integers = |slot_type| slot_type == SlotType::Integer;
    let is_code = slot.source() == SlotSource::Code;
    if !is_code && !takes_integers(slot.slot_type()) && !slot.or().is_some_and(takes_integers) {
        return text;
    }
    whole(text).unwrap_or(text)
}

/// The digits before the fraction, where it is zeros; `None` where some text is no such number.
fn whole(text: &str) -> Option<&str> {
    let (digits, fraction) = text.split_once('.')?;
    let is_zero = !fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0');
    (is_zero && json::is_integer(digits)).then_some(digits)
}

/// A string's text, or any other value as it stands.
pub(super) fn text(json: &[u8]) -> Option<Cow<'_, str>> {
    let [b'"', inside @ .., b'"'] = json else {
        return core::str::from_utf8(json).ok().map(Cow::Borrowed);
    };
    if scan::special(inside).is_some() {
        return Some(Cow::Owned(json::unescape(inside)));
    }
    match core::str::from_utf8(inside) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(_) => Some(String::from_utf8_lossy(inside)),
    }
}

/// A number without a fraction of zeros; any other bytes as they are.
pub(super) fn whole_number(value: &[u8]) -> &[u8] {
    let digits = core::str::from_utf8(value).ok().and_then(whole);
    digits.map_or(value, str::as_bytes)
}

/// Whether a value is what the slot holds. A code or a number is read in digits and in quotes. A value of
/// another type, `null` too, counts as absent (RFC 9457 §3.1).
#[allow(clippy::inline_always, reason = "a call takes as long as what it does")]
#[inline(always)]
pub(super) fn fits(slot: SlotRow<'_>, value: &[u8]) -> bool {
    is_a(slot.slot_type(), value) || fits_otherwise(slot, value)
}

#[cold]
fn fits_otherwise(slot: SlotRow<'_>, value: &[u8]) -> bool {
    slot.or().is_some_and(|or| is_a(or, value)) || are_digits(slot, value)
}

/// Whether a value is a number in the place of a string, or the other way around. Texts are no numbers,
/// and the status of a problem is nothing but one (RFC 9457 §3.1).
fn are_digits(slot: SlotRow<'_>, value: &[u8]) -> bool {
    match (slot.slot_type(), value) {
        (SlotType::String, [b'-' | b'0'..=b'9', ..]) => slot.takes_digits() && is_integer(value),
        (SlotType::Integer | SlotType::Number, _) if slot.source() == SlotSource::Status => false,
        (SlotType::Integer, [b'"', digits @ .., b'"']) => {
            core::str::from_utf8(digits).is_ok_and(json::is_integer)
        }
        (SlotType::Number, [b'"', digits @ .., b'"']) => {
            core::str::from_utf8(digits).is_ok_and(json::is_number)
        }
        _ => false,
    }
}

/// Whether a value that has been delimited is of a type.
#[allow(clippy::inline_always, reason = "a call takes as long as what it does")]
#[inline(always)]
fn is_a(slot_type: SlotType, value: &[u8]) -> bool {
    let Some(first) = value.first() else { return false };
    match slot_type {
        SlotType::String => *first == b'"',
        SlotType::Number => matches!(first, b'-' | b'0'..=b'9'),
        SlotType::Integer => is_integer(value),
        SlotType::Boolean => matches!(first, b't' | b'f'),
        SlotType::Array => *first == b'[',
        SlotType::Object => *first == b'{',
        SlotType::Any => *first != b'n',
        SlotType::Delay | SlotType::Time => {
            matches!(first, b'"' | b'-' | b'0'..=b'9')
                && text(value).is_some_and(|text| Wait::parse(slot_type, &text).is_some())
        }
    }
}

fn is_integer(value: &[u8]) -> bool {
    let [b'-' | b'0'..=b'9', rest @ ..] = value else { return false };
    let has_zeros = || core::str::from_utf8(value).is_ok_and(|text| whole(text).is_some());
    rest.iter().all(u8::is_ascii_digit) || has_zeros()
}

/// A piece of a string as what its slot holds; `None` where it is none of that.
pub(super) fn piece(slot: SlotRow<'_>, text: &str) -> Option<Piece> {
    let is_json = |slot_type| match slot_type {
        SlotType::Number => json::is_number(text),
        SlotType::Delay | SlotType::Time => {
            json::is_number(text) && Wait::parse(slot_type, text).is_some()
        }
        SlotType::Integer => json::is_integer(text),
        SlotType::Boolean => matches!(text, "true" | "false"),
        SlotType::Array | SlotType::Object => {
            fits(slot, text.as_bytes()) && scan::value(text.as_bytes(), 0) == Some(text.len())
        }
        SlotType::String | SlotType::Any => false,
    };
    let is_text = |slot_type| matches!(slot_type, SlotType::String | SlotType::Any);
    let takes_text = |slot_type| is_text(slot_type) || Wait::parse(slot_type, text).is_some();
    let is_json = is_json(slot.slot_type()) || slot.or().is_some_and(is_json);
    let takes_text = takes_text(slot.slot_type()) || slot.or().is_some_and(takes_text);
    (is_json || takes_text)
        .then(|| Piece { text: text.into(), is_json: is_json && !is_text(slot.slot_type()) })
}
