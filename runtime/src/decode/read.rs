//! A body held against the shape.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use serde_core::de::{Deserializer as _, Error, Visitor};
use serde_json::{Deserializer, Value};

use super::scan;
use crate::shape::{Filling, Member, Node, Shape, Slot, SlotType, TextPiece};

/// How many objects may nest where the shape nests; what is deeper is left unread.
const DEEPEST: u16 = 64;

/// A body, and the values of its slots. It takes two allocations, unless something was found inside of
/// a string.
#[derive(Clone)]
pub(super) struct Received {
    pub(super) body: Vec<u8>,
    /// The deepest first, and at each depth the problem type, which names a problem before a code
    /// beside it does (RFC 9457 §3.1.1).
    pub(super) found: Vec<Found>,
    /// What was found inside of strings.
    pieces: Vec<Value>,
}

/// A slot's value.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) slot: u16,
    /// How many objects of the nesting kind are around it.
    level: u16,
    held: Held,
}

#[derive(Clone, Copy)]
enum Held {
    /// From here to there in the body.
    At(u32, u32),
    /// By its place among the pieces.
    Piece(u32),
}

pub(super) fn read(shape: &Shape, body: Vec<u8>) -> Received {
    // Room for an object inside another, where the shape nests.
    let found = Vec::with_capacity(2 * shape.slots.len());
    let mut reader = Reader { shape, body: &body, found, pieces: Vec::new() };
    // Where the text breaks off, what was found by then is all there is.
    let start = scan::blanks(&body, body.len() - scan::unmarked(&body).len());
    let _ = reader.node(&shape.members, 0, start);
    let Reader { found, pieces, .. } = reader;
    Received { body, found, pieces }
}

/// Its methods take a place in the body and answer with the place behind what they read, as those
/// of [`scan`] do.
struct Reader<'r> {
    shape: &'r Shape,
    body: &'r [u8],
    found: Vec<Found>,
    pieces: Vec<Value>,
}

impl Reader<'_> {
    fn node(&mut self, node: &Node, level: u16, at: usize) -> Option<usize> {
        match (node, self.body.get(at)?) {
            (Node::Object(members), b'{') => self.object(members, level, at),
            (Node::List(items), b'[') => self.list(items, level, at),
            (Node::Slot(slot), _) => self.slot(*slot, level, at),
            (Node::Text(pieces), b'"') => {
                let end = scan::value(self.body, at)?;
                if let Some(text) = text(&self.body[at..end]) {
                    self.pieces(pieces, level, &text);
                }
                Some(end)
            }
            (Node::Inner, b'{') if level < DEEPEST => self.node(&self.shape.inner, level + 1, at),
            _ => scan::value(self.body, at),
        }
    }

    fn object(&mut self, members: &[Member], level: u16, at: usize) -> Option<usize> {
        let body = self.body;
        let mut seen = Seen::default();
        // Most members come in the order of the shape.
        let mut next = 0;
        let mut at = scan::blanks(body, at + 1);
        loop {
            match body.get(at)? {
                b'"' => {}
                b'}' => return Some(at + 1),
                _ => return None,
            }
            let (end, is_escaped) = scan::string(body, at)?;
            let key = &body[at + 1..end - 1];
            at = scan::colon(body, end)?;
            at = match member(members, next, key, is_escaped) {
                None => scan::value(body, at)?,
                Some(number) => {
                    next = number + 1;
                    let node = &members[number].node;
                    // Of a member that stands twice, the last counts, as with most readers.
                    if !seen.insert(number) {
                        self.forget(node, level);
                    }
                    match node {
                        Node::Slot(slot) => self.slot(*slot, level, at)?,
                        node => self.node(node, level, at)?,
                    }
                }
            };
            at = scan::comma(body, at);
        }
    }

    fn list(&mut self, items: &[Node], level: u16, at: usize) -> Option<usize> {
        let mut items = items.iter();
        let mut at = scan::blanks(self.body, at + 1);
        while *self.body.get(at)? != b']' {
            at = match items.next() {
                Some(item) => self.node(item, level, at)?,
                None => scan::value(self.body, at)?,
            };
            at = scan::comma(self.body, at);
        }
        Some(at + 1)
    }

    fn slot(&mut self, slot: u16, level: u16, at: usize) -> Option<usize> {
        let end = scan::value(self.body, at)?;
        if is_a(&self.shape.slots[usize::from(slot)], &self.body[at..end]) {
            // A body has no more than `BODY_LIMIT` bytes.
            self.add(slot, level, Held::At(u32::try_from(at).ok()?, u32::try_from(end).ok()?));
        }
        Some(end)
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
        self.found.retain(|found| !found.is(slot, level));
    }

    /// A string with slots in it. A value ends at the first place where the next words stand, the
    /// last value where the last words do.
    fn pieces(&mut self, pieces: &[TextPiece], level: u16, text: &str) {
        for (slot, value) in split(pieces, text).unwrap_or_default() {
            if let Some(value) = piece(&self.shape.slots[usize::from(slot)], value)
                && let Ok(at) = u32::try_from(self.pieces.len())
            {
                self.add(slot, level, Held::Piece(at));
                self.pieces.push(value);
            }
        }
    }

    /// Puts a value in its place among those found, or in that of the same slot's.
    #[allow(
        clippy::inline_always,
        reason = "a value that is moved in memory takes longer than all this"
    )]
    #[inline(always)]
    fn add(&mut self, slot: u16, level: u16, held: Held) {
        let found = || Found { slot, level, held };
        let is_type = self.shape.slots[usize::from(slot)].filling == Filling::Type;
        let is_place = |known: &Found| match known.level.cmp(&level) {
            Ordering::Less => true,
            Ordering::Equal => known.slot == slot || is_type,
            Ordering::Greater => false,
        };
        match self.found.iter().position(is_place) {
            None => self.found.push(found()),
            Some(at) if self.found[at].is(slot, level) => self.found[at] = found(),
            Some(at) => self.found.insert(at, found()),
        }
    }
}

/// The members of an object that have been there.
#[derive(Default)]
struct Seen {
    /// A bit for each of the first members, which are nearly always all.
    first: u64,
    others: Vec<usize>,
}

impl Seen {
    /// Whether the member is there for the first time.
    fn insert(&mut self, member: usize) -> bool {
        if member < 64 {
            let bit = 1 << member;
            let is_new = self.first & bit == 0;
            self.first |= bit;
            return is_new;
        }
        let is_new = !self.others.contains(&member);
        if is_new {
            self.others.push(member);
        }
        is_new
    }
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

/// The number of the member with a key, which is probably the next one.
fn member(members: &[Member], next: usize, key: &[u8], is_escaped: bool) -> Option<usize> {
    if is_escaped {
        let key = unescaped(key)?;
        return members.iter().position(|member| member.key == key);
    }
    let is_key = |member: &Member| member.key.as_bytes() == key;
    match members.get(next) {
        Some(member) if is_key(member) => Some(next),
        _ => members.iter().position(is_key),
    }
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
    let [b'"', inside @ .., b'"'] = json else {
        return str::from_utf8(json).ok().map(Cow::Borrowed);
    };
    if scan::special(inside).is_some() {
        return unescaped(inside).map(Cow::Owned);
    }
    match str::from_utf8(inside) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(_) => Some(String::from_utf8_lossy(inside)),
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
    fn is(&self, slot: u16, level: u16) -> bool {
        self.slot == slot && self.level == level
    }
}

impl Received {
    /// A value as JSON; `None` where it turns out not to be.
    pub(super) fn json(&self, found: &Found) -> Option<Value> {
        let json = match found.held {
            Held::At(start, end) => self.bytes(start, end),
            Held::Piece(at) => return Some(self.pieces[at as usize].clone()),
        };
        let lossy = || json.starts_with(b"\"").then(|| text(json)).flatten();
        let value = serde_json::from_slice(json).ok();
        value.or_else(|| lossy().map(|text| Value::String(text.into_owned())))
    }

    /// A string's text, or the digits of a number.
    pub(super) fn text(&self, found: &Found) -> Option<Cow<'_, str>> {
        match found.held {
            Held::At(start, end) => text(self.bytes(start, end)),
            Held::Piece(at) => Some(match &self.pieces[at as usize] {
                Value::String(text) => Cow::Borrowed(text),
                value => Cow::Owned(value.to_string()),
            }),
        }
    }

    fn bytes(&self, start: u32, end: u32) -> &[u8] {
        &self.body[start as usize..end as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn every_member_is_new_once() {
        let mut seen = Seen::default();
        for member in [1, 0, 63, 64, 65, 1000] {
            assert!(seen.insert(member), "{member}");
            assert!(!seen.insert(member), "{member}");
        }
        assert!(seen.insert(62) && seen.insert(66));
        assert!(!seen.insert(1000));
    }
}
