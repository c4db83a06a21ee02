//! A body matched against the shape of a catalog.

mod forget;
mod item;

use alloc::vec::Vec;
use core::ops::Range;

use super::found::{self, Element, Found, Piece, Place, Received, element};
use super::scan::{self, Next};
use super::seen::Seen;
use crate::catalog::Catalog;
use crate::error_item::ErrorItem;
use crate::json;
use crate::node::{Key, Member, Node};
use crate::pieces::Pieces;
use crate::rows::RowRange;
use crate::size::{MOST_ANCESTORS, MOST_ERRORS};
use crate::slot::SlotSource;
use item::is_constant;

/// Reads a body. Where its text breaks off, what was found by then is all there is.
pub(super) fn read(catalog: &Catalog<'_>, body: Vec<u8>) -> Received {
    // Room for an object inside another, where the shape nests.
    let found = Vec::with_capacity(2 * catalog.slot_count());
    let mut walker = Walker {
        catalog,
        body: &body,
        found,
        pieces: Vec::new(),
        elements: Vec::new(),
        element: 0,
        is_refused: false,
        depth: 0,
    };
    let start = scan::blanks(&body, body.len() - scan::unmarked(&body).len());
    let _ = walker.node(catalog.root(true), 0, start);
    let Walker { mut found, pieces, elements, is_refused, .. } = walker;
    // Those of one element stand together then, in the order of the body.
    if !elements.is_empty() {
        found.sort_by_key(|found| found.element);
    }
    Received { body, found, pieces, elements, is_refused }
}

/// Its methods take an offset in the body and return the offset behind what they read, as those of
/// [`scan`] do.
struct Walker<'w> {
    catalog: &'w Catalog<'w>,
    body: &'w [u8],
    found: Vec<Found>,
    pieces: Vec<Piece>,
    elements: Vec<Element>,
    /// The number of the element that is being read; 0 is what is around all of them.
    element: u32,
    /// Whether the object that was read last has a fixed member with another value, so that it counts as
    /// absent.
    is_refused: bool,
    /// How many nested objects and elements are being read, each in the one before.
    depth: usize,
}

impl<'w> Walker<'w> {
    fn node(&mut self, node: Node, level: u16, at: usize) -> Option<usize> {
        match (node, *self.body.get(at)?) {
            (Node::Object(members), b'{') => self.object(members, level, at),
            (Node::Object(members), b'"') => self.text_for_object(members, level, at),
            (Node::List(items), b'[') => self.list(items, level, at),
            // One value stands for a list of one.
            (Node::List(items), first) if first != b'n' => self.list_item(items, level, at),
            (Node::Slot(slot), _) => self.slot(slot, level, at),
            (Node::Text(pieces), b'"') => {
                let end = scan::value(self.body, at)?;
                if let Some(text) = found::text(&self.body[at..end]) {
                    self.text(pieces, level, &text);
                }
                Some(end)
            }
            (Node::Inner, b'{') if self.depth < MOST_ANCESTORS => {
                self.depth += 1;
                let end = self.node(self.catalog.root(false), level + 1, at);
                self.depth -= 1;
                end
            }
            _ => scan::value(self.body, at),
        }
    }

    fn object(&mut self, members: RowRange, level: u16, start: usize) -> Option<usize> {
        let body = self.body;
        let mark = self.mark();
        let mut seen = Seen::default();
        // Most members come in the order of the shape.
        let mut next = 0;
        let mut at = scan::blanks(body, start + 1);
        loop {
            let (key, is_escaped) = match scan::next(body, at)? {
                Next::End(end) => return Some(end),
                Next::Member { key, is_escaped, start } => {
                    at = start;
                    (key, is_escaped)
                }
            };
            let name = &body[key.start + 1..key.end - 1];
            at = match self.find(members, next, name, is_escaped) {
                None => match self.catalog.map_of(members) {
                    Some(map) => self.map_member(map, key, at)?,
                    None => scan::value(body, at)?,
                },
                Some((number, name, member)) => {
                    next = number + 1;
                    match member.node() {
                        Node::Slot(slot)
                            if *body.get(at)? != b'n' && name == 0 && seen.insert_first(number) =>
                        {
                            self.slot(slot, level, at)?
                        }
                        node if is_constant(node) => {
                            let end = scan::value(body, at)?;
                            if !self.is_same(node, &body[at..end]) {
                                self.forget_since(mark);
                                self.is_refused = true;
                                return scan::value(body, start);
                            }
                            end
                        }
                        node => self.member(node, (number, name), &mut seen, member, level, at)?,
                    }
                }
            };
            at = scan::comma(body, at);
        }
    }

    /// Reads a member that is no slot, that may have been there, or that is `null`.
    fn member(
        &mut self,
        node: Node,
        (number, name): (usize, usize),
        seen: &mut Seen,
        member: Member<'_>,
        level: u16,
        at: usize,
    ) -> Option<usize> {
        let is_null = self.body.get(at) == Some(&b'n');
        if is_null && member.name_count() > 1 {
            // Another spelling may have a value.
            return scan::value(self.body, at);
        }
        if !seen.insert(number, name) {
            if !seen.is_better(number, name) {
                return scan::value(self.body, at);
            }
            // Of a member that stands twice, the last counts, as with most readers.
            self.forget(node, level);
        }
        let end = self.node(node, level, at);
        self.is_refused = false;
        end
    }

    /// A string where an object is documented: its code, if the catalog knows it, or else its message.
    fn text_for_object(&mut self, members: RowRange, level: u16, at: usize) -> Option<usize> {
        let end = scan::value(self.body, at)?;
        let slots = || {
            let members = self.catalog.members(members).filter(|member| !member.is_map());
            members.filter_map(|member| match member.node() {
                Node::Slot(slot) => Some(slot),
                _ => None,
            })
        };
        let text = found::text(&self.body[at..end]).unwrap_or_default();
        let has_level = |slot: &u16| {
            let level = usize::from(self.catalog.slot(*slot).level());
            let mut entries = self.catalog.all_from_code(&text);
            entries.any(|entry| level == 0 || entry.depth() == level)
        };
        let codes = || slots().filter(|slot| self.catalog.slot(*slot).is_code());
        let message = slots().find(|slot| self.catalog.slot(*slot).is_message());
        let slot = codes().find(has_level).or(message).or_else(|| codes().next());
        match slot {
            Some(slot) => self.slot(slot, level, at),
            None => Some(end),
        }
    }

    fn list(&mut self, items: RowRange, level: u16, at: usize) -> Option<usize> {
        let mut at = scan::blanks(self.body, at + 1);
        while *self.body.get(at)? != b']' {
            at = self.list_item(items, level, at)?;
            at = scan::comma(self.body, at);
        }
        Some(at + 1)
    }

    /// An element of a list, by the item that it suits. One that suits none is passed over.
    fn list_item(&mut self, items: RowRange, level: u16, at: usize) -> Option<usize> {
        let Some(item) = self.item_for(items, at) else { return scan::value(self.body, at) };
        match item.errors {
            Some(errors) => self.element(item.node, errors, at),
            None => {
                let end = self.node(item.node, level, at);
                self.is_refused = false;
                end
            }
        }
    }

    /// An element of an error item.
    fn element(&mut self, node: Node, item: ErrorItem, at: usize) -> Option<usize> {
        self.in_element(item, false, at, |walker| walker.node(node, 0, at))
    }

    /// Reads an element. One that counts as absent is none; one too many is passed over.
    fn in_element(
        &mut self,
        item: ErrorItem,
        is_map: bool,
        at: usize,
        read: impl FnOnce(&mut Self) -> Option<usize>,
    ) -> Option<usize> {
        if self.elements.len() >= MOST_ERRORS || self.depth >= MOST_ANCESTORS {
            return scan::value(self.body, at);
        }
        self.depth += 1;
        let (mark, around) = (self.mark(), self.element);
        let is_in_root = match element(&self.elements, around) {
            Some(around) => around.is_in_root,
            None => is_map,
        };
        self.elements.push(Element { around, item, is_in_root, is_absent: false });
        self.element = u32::try_from(self.elements.len()).unwrap_or(u32::MAX);
        let end = read(self);
        self.depth -= 1;
        self.element = around;
        if core::mem::take(&mut self.is_refused) {
            self.forget_since(mark);
        }
        end
    }

    /// A member whose name is the value of a slot.
    fn map_member(&mut self, map: Member<'_>, key: Range<usize>, at: usize) -> Option<usize> {
        let (slot, is_path) = match map.key() {
            Key::Slot(slot) => (slot, false),
            Key::Path(slot) => (slot, true),
            Key::Names(..) => return scan::value(self.body, at),
        };
        let first = *self.body.get(at)?;
        let is_nested = is_path && first == b'{' && !matches!(map.node(), Node::Object(_));
        if is_nested {
            let path = found::text(&self.body[key]).unwrap_or_default().into_owned();
            return self.path(map, slot, &path, 1, at);
        }
        let Some(item) = map.errors().filter(|_| self.suits(map.node(), at)) else {
            return scan::value(self.body, at);
        };
        let name = Place::Body(u32::try_from(key.start).ok()?, u32::try_from(key.end).ok()?);
        self.map_value(map, item, slot, name, at)
    }

    fn map_value(
        &mut self,
        map: Member<'_>,
        item: ErrorItem,
        slot: u16,
        name: Place,
        at: usize,
    ) -> Option<usize> {
        self.in_element(item, true, at, |walker| {
            walker.add(slot, 0, name);
            walker.node(map.node(), 0, at)
        })
    }

    /// An object whose members' names go on a path.
    fn path(
        &mut self,
        map: Member<'_>,
        slot: u16,
        path: &str,
        depth: usize,
        at: usize,
    ) -> Option<usize> {
        let body = self.body;
        if depth > MOST_ANCESTORS {
            return scan::value(body, at);
        }
        let mut at = scan::blanks(body, at + 1);
        loop {
            let key = match scan::next(body, at)? {
                Next::End(end) => return Some(end),
                Next::Member { key, start, .. } => {
                    at = start;
                    key
                }
            };
            let name = found::text(&body[key]).unwrap_or_default();
            let path = alloc::format!("{path}.{name}");
            at = match (body.get(at)?, map.errors()) {
                (b'{', _) => self.path(map, slot, &path, depth + 1, at)?,
                (_, Some(item)) if self.suits(map.node(), at) => {
                    let name = self.piece(Piece { text: path, is_json: false })?;
                    self.map_value(map, item, slot, name, at)?
                }
                _ => scan::value(body, at)?,
            };
            at = scan::comma(body, at);
        }
    }

    #[inline]
    fn slot(&mut self, slot: u16, level: u16, at: usize) -> Option<usize> {
        let end = match self.body.get(at)? {
            b'"' => scan::string(self.body, at)?.0,
            _ => scan::value(self.body, at)?,
        };
        if found::fits(self.catalog.slot(slot), &self.body[at..end]) {
            // A body has no more than `BODY_LIMIT` bytes.
            self.add(slot, level, Place::Body(u32::try_from(at).ok()?, u32::try_from(end).ok()?));
        }
        Some(end)
    }

    /// The values of the slots in a string. One that is none of what the shape says is kept whole: in the
    /// slot of the code, or else in the first one.
    fn text(&mut self, pieces: RowRange, level: u16, text: &str) {
        let pieces = self.catalog.pieces_of(pieces);
        let catalog = self.catalog;
        let is_known = |slot: u16, value: &str| {
            !catalog.slot(slot).is_code() || catalog.from_code(value).is_some()
        };
        let values = pieces.extract_where(text, is_known);
        let values = values.unwrap_or_else(|| whole(catalog, pieces, text));
        for (slot, value) in values {
            if let Some(piece) = found::piece(self.catalog.slot(slot), value)
                && let Some(place) = self.piece(piece)
            {
                self.add(slot, level, place);
            }
        }
    }

    fn piece(&mut self, piece: Piece) -> Option<Place> {
        let at = u32::try_from(self.pieces.len()).ok()?;
        self.pieces.push(piece);
        Some(Place::Piece(at))
    }

    #[inline]
    fn add(&mut self, slot: u16, level: u16, place: Place) {
        self.found.push(Found { slot, level, element: self.element, place });
    }

    /// The member with a key: its number, the number of its name, and itself. It is probably the next
    /// one.
    #[allow(clippy::inline_always, reason = "a call takes as long as what it does")]
    #[inline(always)]
    fn find(
        &self,
        object: RowRange,
        next: usize,
        key: &[u8],
        is_escaped: bool,
    ) -> Option<(usize, usize, Member<'w>)> {
        let texts = self.catalog.texts;
        match self.catalog.member(object, next) {
            Some(member)
                if !is_escaped && !member.is_map() && texts.bytes_of(member.name()) == key =>
            {
                Some((next, 0, member))
            }
            _ if is_escaped => self.find_any(object, json::unescape(key).as_bytes()),
            _ => self.find_any(object, key),
        }
    }

    fn find_any(&self, object: RowRange, key: &[u8]) -> Option<(usize, usize, Member<'w>)> {
        let texts = self.catalog.texts;
        (0..).zip(self.catalog.members(object)).find_map(|(number, member)| {
            let names = member.name()..member.name() + u32::from(member.name_count());
            let name = names.into_iter().position(|name| texts.bytes_of(name) == key)?;
            Some((number, name, member))
        })
    }
}

/// A string as the value of one slot of its template.
fn whole<'t>(catalog: &Catalog<'_>, pieces: Pieces<'_>, text: &'t str) -> Vec<(u16, &'t str)> {
    let is_code = |slot: &u16| catalog.slot(*slot).source() == SlotSource::Code;
    let slot = pieces.numbers().find(is_code).or_else(|| pieces.numbers().next());
    slot.map(|slot| (slot, text)).into_iter().collect()
}
