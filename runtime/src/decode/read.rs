//! A body held against the shape.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use serde_json::Value;

use super::scan::Scanner;
use crate::shape::{Member, Node, Shape, Slot, SlotType, TextPiece};

/// How many objects may nest where the shape nests; what is deeper is left unread.
const DEEPEST: u16 = 64;

/// A slot's value: where it is in the body.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) slot: u16,
    /// How many objects of the nesting kind are around it.
    pub(super) level: u16,
    range: Range<u32>,
    /// Whether the bytes are a JSON value, or text inside a string.
    is_json: bool,
}

/// The values of a body's slots, in the order of the body.
pub(super) fn read(shape: &Shape, body: &[u8]) -> Vec<Found> {
    let mut reader = Reader { shape, body, found: Vec::new() };
    // Where the text breaks off, what was found by then is all there is.
    let _ = reader.node(&shape.members, 0, &mut Scanner::new(body));
    reader.found
}

struct Reader<'r> {
    shape: &'r Shape,
    body: &'r [u8],
    found: Vec<Found>,
}

impl Reader<'_> {
    fn node(&mut self, node: &Node, level: u16, scanner: &mut Scanner<'_>) -> Option<()> {
        match (node, scanner.peek()?) {
            (Node::Object(members), b'{') => self.object(members, level, scanner),
            (Node::List(items), b'[') => scanner.items(|scanner, number| match items.get(number) {
                Some(item) => self.node(item, level, scanner),
                None => scanner.value().map(drop),
            }),
            (Node::Slot(slot), _) => {
                let range = scanner.value()?;
                let bytes = &self.body[range.clone()];
                if is_a(&self.shape.slots[usize::from(*slot)], bytes) {
                    self.add(*slot, level, range, true);
                }
                Some(())
            }
            (Node::Text(pieces), b'"') => {
                let range = scanner.value()?;
                self.text(pieces, level, range);
                Some(())
            }
            (Node::Inner, b'{') if level < DEEPEST => {
                self.node(&self.shape.inner, level + 1, scanner)
            }
            _ => scanner.value().map(drop),
        }
    }

    fn object(&mut self, members: &[Member], level: u16, scanner: &mut Scanner<'_>) -> Option<()> {
        scanner.members(|scanner, key| {
            let key = &self.body[key];
            match members.iter().find(|member| is_key(member, key)) {
                Some(member) => self.node(&member.node, level, scanner),
                None => scanner.value().map(drop),
            }
        })
    }

    /// A string with one slot in it, between fixed pieces.
    fn text(&mut self, pieces: &[TextPiece], level: u16, range: Range<usize>) {
        let (before, slot, after) = match pieces {
            [TextPiece::Slot(slot)] => ("", slot, ""),
            [TextPiece::Fixed(before), TextPiece::Slot(slot)] => (*before, slot, ""),
            [TextPiece::Slot(slot), TextPiece::Fixed(after)] => ("", slot, *after),
            [TextPiece::Fixed(before), TextPiece::Slot(slot), TextPiece::Fixed(after)] => {
                (*before, slot, *after)
            }
            _ => return,
        };
        let inside = range.start + 1..range.end - 1;
        let value = self.body[inside.clone()].strip_prefix(before.as_bytes());
        let Some(value) = value.and_then(|value| value.strip_suffix(after.as_bytes())) else {
            return;
        };
        let start = inside.start + before.len();
        self.add(*slot, level, start..start + value.len(), false);
    }

    /// Of a member that stands twice, the last counts, as with most readers.
    fn add(&mut self, slot: u16, level: u16, range: Range<usize>, is_json: bool) {
        let (Ok(start), Ok(end)) = (u32::try_from(range.start), u32::try_from(range.end)) else {
            return;
        };
        let found = Found { slot, level, range: start..end, is_json };
        match self.found.iter_mut().find(|known| known.slot == slot && known.level == level) {
            Some(known) => *known = found,
            None => self.found.push(found),
        }
    }
}

/// Whether a key, as it is written, is a member's.
fn is_key(member: &Member, written: &[u8]) -> bool {
    if !written.contains(&b'\\') {
        return written == member.key.as_bytes();
    }
    unescaped(written).is_some_and(|key| key == member.key)
}

/// The text of a string's inside.
fn unescaped(inside: &[u8]) -> Option<String> {
    let mut json = Vec::with_capacity(inside.len() + 2);
    json.push(b'"');
    json.extend_from_slice(inside);
    json.push(b'"');
    serde_json::from_slice(&json).ok()
}

/// Whether a value is what the slot holds. A value of another type, `null` too, is as good as absent
/// (RFC 9457 §3.1).
fn is_a(slot: &Slot, value: &[u8]) -> bool {
    let Some(first) = value.first() else { return false };
    let is = |slot_type| match slot_type {
        SlotType::String => *first == b'"',
        SlotType::Number => matches!(first, b'-' | b'0'..=b'9'),
        SlotType::Integer => {
            matches!(first, b'-' | b'0'..=b'9') && value[1..].iter().all(u8::is_ascii_digit)
        }
        SlotType::Boolean => matches!(first, b't' | b'f'),
        SlotType::Array => *first == b'[',
        SlotType::Object => *first == b'{',
        SlotType::Any => *first != b'n',
    };
    is(slot.slot_type) || slot.or.is_some_and(is)
}

impl Found {
    fn bytes<'b>(&self, body: &'b [u8]) -> &'b [u8] {
        &body[self.range.start as usize..self.range.end as usize]
    }

    /// As JSON; `None` where it turns out not to be.
    pub(super) fn json(&self, body: &[u8]) -> Option<Value> {
        if self.is_json {
            serde_json::from_slice(self.bytes(body)).ok()
        } else {
            self.text(body).map(|text| Value::String(text.into_owned()))
        }
    }

    /// A string's text, or the digits of a number.
    pub(super) fn text<'b>(&self, body: &'b [u8]) -> Option<Cow<'b, str>> {
        let bytes = self.bytes(body);
        let inside = if self.is_json {
            match bytes {
                [b'"', inside @ .., b'"'] => inside,
                number => return core::str::from_utf8(number).ok().map(Cow::Borrowed),
            }
        } else {
            bytes
        };
        if inside.contains(&b'\\') {
            return unescaped(inside).map(Cow::Owned);
        }
        Some(String::from_utf8_lossy(inside))
    }
}
