//! A body matched against the shape of a catalog.

use alloc::vec::Vec;
use core::cmp::Ordering;

use super::found::{self, Found, Piece, Place, Received};
use super::scan;
use crate::catalog::Catalog;
use crate::json;
use crate::shape::{Member, Node, RowRange};
use crate::size::MOST_ANCESTORS;

/// Reads a body. Where its text breaks off, what was found by then is all there is.
pub(super) fn read(catalog: &Catalog<'_>, body: Vec<u8>) -> Received {
    // Room for an object inside another, where the shape nests.
    let found = Vec::with_capacity(2 * catalog.slot_count());
    let mut walker = Walker { catalog, body: &body, found, pieces: Vec::new() };
    let start = scan::blanks(&body, body.len() - scan::unmarked(&body).len());
    let _ = walker.node(catalog.root(true), 0, start);
    let Walker { found, pieces, .. } = walker;
    Received { body, found, pieces }
}

/// Its methods take an offset in the body and return the offset behind what they read, as those of
/// [`scan`] do.
struct Walker<'w> {
    catalog: &'w Catalog<'w>,
    body: &'w [u8],
    found: Vec<Found>,
    pieces: Vec<Piece>,
}

impl Walker<'_> {
    fn node(&mut self, node: Node, level: u16, at: usize) -> Option<usize> {
        match (node, self.body.get(at)?) {
            (Node::Object(members), b'{') => self.object(members, level, at),
            (Node::List(items), b'[') => self.list(items, level, at),
            (Node::Slot(slot), _) => self.slot(slot, level, at),
            (Node::Text(pieces), b'"') => {
                let end = scan::value(self.body, at)?;
                if let Some(text) = found::text(&self.body[at..end]) {
                    self.text(pieces, level, &text);
                }
                Some(end)
            }
            (Node::Inner, b'{') if usize::from(level) < MOST_ANCESTORS => {
                self.node(self.catalog.root(false), level + 1, at)
            }
            _ => scan::value(self.body, at),
        }
    }

    fn object(&mut self, members: RowRange, level: u16, at: usize) -> Option<usize> {
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
            at = match self.find(members, next, key, is_escaped) {
                None => scan::value(body, at)?,
                Some((number, node)) => {
                    next = number + 1;
                    // Of a member that stands twice, the last counts, as with most readers.
                    if !seen.insert(number) {
                        self.forget(node, level);
                    }
                    match node {
                        Node::Slot(slot) => self.slot(slot, level, at)?,
                        node => self.node(node, level, at)?,
                    }
                }
            };
            at = scan::comma(body, at);
        }
    }

    fn list(&mut self, items: RowRange, level: u16, at: usize) -> Option<usize> {
        let mut items = self.catalog.items(items);
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

    #[inline]
    fn slot(&mut self, slot: u16, level: u16, at: usize) -> Option<usize> {
        let end = scan::value(self.body, at)?;
        if found::fits(self.catalog.slot(slot), &self.body[at..end]) {
            // A body has no more than `BODY_LIMIT` bytes.
            self.add(slot, level, Place::Body(u32::try_from(at).ok()?, u32::try_from(end).ok()?));
        }
        Some(end)
    }

    /// The values of the slots in a string.
    fn text(&mut self, pieces: RowRange, level: u16, text: &str) {
        for (slot, value) in self.catalog.pieces_of(pieces).extract(text).unwrap_or_default() {
            if let Some(piece) = found::piece(self.catalog.slot(slot), value)
                && let Ok(at) = u32::try_from(self.pieces.len())
            {
                self.add(slot, level, Place::Piece(at));
                self.pieces.push(piece);
            }
        }
    }

    /// Drops what was found in a node.
    fn forget(&mut self, node: Node, level: u16) {
        let catalog = self.catalog;
        match node {
            Node::Object(members) => {
                let nodes = catalog.members(members).map(Member::node);
                nodes.for_each(|node| self.forget(node, level));
            }
            Node::List(items) => catalog.items(items).for_each(|item| self.forget(item, level)),
            Node::Slot(slot) => self.forget_slot(slot, level),
            Node::Text(pieces) => {
                let slots = catalog.pieces_of(pieces).numbers();
                slots.for_each(|slot| self.forget_slot(slot, level));
            }
            Node::Inner => self.found.retain(|found| found.level <= level),
            Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => {}
        }
    }

    fn forget_slot(&mut self, slot: u16, level: u16) {
        self.found.retain(|found| !found.is(slot, level));
    }

    /// Puts a value where its level says, in the place of an earlier value of the same slot.
    #[allow(clippy::inline_always, reason = "a call takes as long as what it does")]
    #[inline(always)]
    fn add(&mut self, slot: u16, level: u16, place: Place) {
        let found = Found { slot, level, place };
        let is_type = self.catalog.problem_type_slot == Some(slot);
        let is_place = |known: &Found| match known.level.cmp(&level) {
            Ordering::Less => true,
            Ordering::Equal => known.slot == slot || is_type,
            Ordering::Greater => false,
        };
        match self.found.iter().position(is_place) {
            None => self.found.push(found),
            Some(at) if self.found[at].is(slot, level) => self.found[at] = found,
            Some(at) => self.found.insert(at, found),
        }
    }

    /// The member with a key: its number, and its node. It is probably the next one.
    #[inline]
    fn find(
        &self,
        object: RowRange,
        next: usize,
        key: &[u8],
        is_escaped: bool,
    ) -> Option<(usize, Node)> {
        let catalog = self.catalog;
        if is_escaped {
            return self.find_any(object, json::unescape(key).as_bytes());
        }
        match catalog.member(object, next) {
            Some(member) if catalog.texts.bytes_of(member.key()) == key => {
                Some((next, member.node()))
            }
            _ => self.find_any(object, key),
        }
    }

    fn find_any(&self, object: RowRange, key: &[u8]) -> Option<(usize, Node)> {
        let catalog = self.catalog;
        let mut members = (0..).zip(catalog.members(object));
        let is_key = |id| catalog.texts.bytes_of(id) == key;
        let (number, member) = members.find(|(_, member)| is_key(member.key()))?;
        Some((number, member.node()))
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
