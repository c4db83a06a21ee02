//! A body held against the shape.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use serde_core::de::{Deserializer as _, Error, Visitor};
use serde_json::{Deserializer, Value};

use super::scan::Scanner;
use crate::shape::{Member, Node, Shape, Slot, SlotType, TextPiece};

/// How many objects may nest where the shape nests; what is deeper is left unread.
const DEEPEST: u16 = 64;

/// A slot's value.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) slot: u16,
    /// How many objects of the nesting kind are around it.
    pub(super) level: u16,
    held: Held,
}

#[derive(Clone)]
enum Held {
    /// Where it is in the body.
    At(Range<u32>),
    /// A piece of a string.
    Piece(Value),
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
                    self.add(*slot, level, Held::At(range32(&range)?));
                }
                Some(())
            }
            (Node::Text(pieces), b'"') => {
                let range = scanner.value()?;
                if let Some(text) = text(&self.body[range]) {
                    self.pieces(pieces, level, &text);
                }
                Some(())
            }
            (Node::Inner, b'{') if level < DEEPEST => {
                self.node(&self.shape.inner, level + 1, scanner)
            }
            _ => scanner.value().map(drop),
        }
    }

    fn object(&mut self, members: &[Member], level: u16, scanner: &mut Scanner<'_>) -> Option<()> {
        let mut seen = Vec::new();
        scanner.members(|scanner, key| {
            let key = &self.body[key];
            let Some(at) = members.iter().position(|member| is_key(member, key)) else {
                return scanner.value().map(drop);
            };
            let node = &members[at].node;
            // Of a member that stands twice, the last counts, as with most readers.
            if seen.contains(&at) {
                self.forget(node, level);
            } else {
                seen.push(at);
            }
            self.node(node, level, scanner)
        })
    }

    /// Takes back what was found in a piece of the shape.
    fn forget(&mut self, node: &Node, level: u16) {
        match node {
            Node::Object(members) => {
                for member in *members {
                    self.forget(&member.node, level);
                }
            }
            Node::List(items) => {
                for item in *items {
                    self.forget(item, level);
                }
            }
            Node::Slot(slot) => self.forget_slot(*slot, level),
            Node::Text(pieces) => {
                for piece in *pieces {
                    if let TextPiece::Slot(slot) = piece {
                        self.forget_slot(*slot, level);
                    }
                }
            }
            Node::Inner => self.found.retain(|found| found.level <= level),
            Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => {}
        }
    }

    fn forget_slot(&mut self, slot: u16, level: u16) {
        self.found.retain(|found| found.slot != slot || found.level != level);
    }

    /// A string with slots in it. A value ends at the first place where the next words stand, the
    /// last value where the last words do.
    fn pieces(&mut self, pieces: &[TextPiece], level: u16, text: &str) {
        for (slot, value) in split(pieces, text).unwrap_or_default() {
            if let Some(value) = piece(&self.shape.slots[usize::from(slot)], value) {
                self.add(slot, level, Held::Piece(value));
            }
        }
    }

    fn add(&mut self, slot: u16, level: u16, held: Held) {
        let found = Found { slot, level, held };
        match self.found.iter_mut().find(|known| known.slot == slot && known.level == level) {
            Some(known) => *known = found,
            None => self.found.push(found),
        }
    }
}

/// A body has no more than [`BODY_LIMIT`](super::BODY_LIMIT) bytes.
fn range32(range: &Range<usize>) -> Option<Range<u32>> {
    Some(u32::try_from(range.start).ok()?..u32::try_from(range.end).ok()?)
}

/// The value of each slot in a text; `None` where the text is another one, or where two slots stand
/// side by side and nothing tells them apart.
fn split<'t>(pieces: &[TextPiece], text: &'t str) -> Option<Vec<(u16, &'t str)>> {
    let mut values = Vec::new();
    let mut rest = text;
    let mut open = None;
    for (at, piece) in pieces.iter().enumerate() {
        match (piece, open.take()) {
            (TextPiece::Slot(slot), None) => open = Some(*slot),
            (TextPiece::Slot(_), Some(_)) => return None,
            (TextPiece::Fixed(words), None) => rest = rest.strip_prefix(words)?,
            (TextPiece::Fixed(words), Some(slot)) => {
                let is_last = at + 1 == pieces.len();
                let (value, behind) =
                    if is_last { (rest.strip_suffix(words)?, "") } else { rest.split_once(words)? };
                values.push((slot, value));
                rest = behind;
            }
        }
    }
    match open {
        Some(slot) => values.push((slot, rest)),
        None if rest.is_empty() => {}
        None => return None,
    }
    Some(values)
}

/// A piece of a string as what its slot holds.
fn piece(slot: &Slot, text: &str) -> Option<Value> {
    let is_text = |slot_type| matches!(slot_type, SlotType::String | SlotType::Any);
    if !is_text(slot.slot_type) && is_a(slot, text.as_bytes()) {
        return serde_json::from_str(text).ok();
    }
    let takes_text = is_text(slot.slot_type) || slot.or.is_some_and(is_text);
    takes_text.then(|| Value::String(text.into()))
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
    Deserializer::from_slice(&json).deserialize_bytes(Lossy).ok()
}

/// A string's text, halves of surrogate pairs and bytes that are no UTF-8 replaced: who cuts a text
/// in the wrong place shall still be understood.
struct Lossy;

impl Visitor<'_> for Lossy {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<String, E> {
        Ok(String::from_utf8_lossy(bytes).into_owned())
    }
}

/// A string's text, or the digits of a number.
fn text(json: &[u8]) -> Option<Cow<'_, str>> {
    match json {
        [b'"', inside @ .., b'"'] if inside.contains(&b'\\') => unescaped(inside).map(Cow::Owned),
        [b'"', inside @ .., b'"'] => Some(String::from_utf8_lossy(inside)),
        number => core::str::from_utf8(number).ok().map(Cow::Borrowed),
    }
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
    /// As JSON; `None` where it turns out not to be.
    pub(super) fn json(&self, body: &[u8]) -> Option<Value> {
        let json = match &self.held {
            Held::At(range) => bytes(range, body),
            Held::Piece(value) => return Some(value.clone()),
        };
        let lossy = || json.starts_with(b"\"").then(|| text(json)).flatten();
        let value = serde_json::from_slice(json).ok();
        value.or_else(|| lossy().map(|text| Value::String(text.into_owned())))
    }

    /// A string's text, or the digits of a number.
    pub(super) fn text<'f>(&'f self, body: &'f [u8]) -> Option<Cow<'f, str>> {
        match &self.held {
            Held::At(range) => text(bytes(range, body)),
            Held::Piece(Value::String(text)) => Some(Cow::Borrowed(text)),
            Held::Piece(value) => Some(Cow::Owned(value.to_string())),
        }
    }
}

fn bytes<'b>(range: &Range<u32>, body: &'b [u8]) -> &'b [u8] {
    &body[range.start as usize..range.end as usize]
}
