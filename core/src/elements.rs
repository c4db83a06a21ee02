//! The elements of an error item, one for each error that it is written for, and the members of a map.

use alloc::string::String;
use alloc::vec::Vec;

use crate::body::Body;
use crate::error_item::ErrorItem;
use crate::node::{Key, Member};
use crate::resolver::{ObjectNode, Resolved, Resolver};
use crate::scope::{Scope, WHOLE};
use crate::template::UNFILLED;

/// A member of a map.
pub(crate) struct MapEntry<'r> {
    pub(crate) key: String,
    pub(crate) value: Resolved<'r>,
}

impl<'r> Resolver<'r> {
    fn error(&self, number: u32) -> &'r Body<'r, 'r> {
        self.whole.error(number as usize)
    }

    /// The errors of the scope that have a place in an error item.
    fn errors_of(self, item: ErrorItem) -> impl Iterator<Item = u32> + Clone + use<'r> {
        let Scope { first, end, .. } = self.scope;
        (first..end).filter(move |number| {
            let has_level = || self.error(*number).entry().depth() >= item.lowest.into();
            !(item.leaves_out_first && *number == first) && has_level() && self.has_key(*number)
        })
    }

    /// The elements of an error item.
    pub(crate) fn elements(self, item: ErrorItem) -> impl Iterator<Item = Self> + use<'r> {
        let mut errors = self.errors_of(item).peekable();
        core::iter::from_fn(move || {
            let first = errors.next()?;
            let mut last = first;
            while let Some(next) = errors.next_if(|next| self.share(last, *next, item)) {
                last = next;
            }
            let scope = Scope { first, end: last + 1, ..self.scope };
            Some(self.element(self.error(first), scope, item.nests))
        })
    }

    /// Whether two errors have one element: both go on beyond it, and agree up to there.
    fn share(&self, left: u32, right: u32, item: ErrorItem) -> bool {
        let deepest = usize::from(item.deepest);
        let (left, right) = (self.error(left).entry(), self.error(right).entry());
        deepest > 0
            && left.depth() > deepest
            && right.depth() > deepest
            && left.at_level(deepest) == right.at_level(deepest)
    }

    /// The members of a map, a member whose name is a slot: one for each name that the slot has.
    pub(crate) fn map(&self, member: Member<'_>) -> Vec<MapEntry<'r>> {
        let (Some(item), Key::Slot(slot) | Key::Path(slot)) = (member.errors(), member.key())
        else {
            return Vec::new();
        };
        let is_path = matches!(member.key(), Key::Path(_));
        let passed = if self.scope.key_of.1 == slot { self.scope.same_names } else { 0 };
        let mut keys: Vec<(u32, String)> = Vec::new();
        for number in self.errors_of(item) {
            keys.push((number, behind(&self.key(number, slot), passed).into()));
        }
        let mut entries: Vec<MapEntry<'r>> = Vec::new();
        for (number, key) in &keys {
            let name = first_name(key);
            let goes_on = |(_, other): &(u32, String)| first_name(other) != name || other != name;
            let nests = is_path && key != name && keys.iter().all(goes_on);
            let (key, same_names) = if nests { (name, passed + 1) } else { (key.as_str(), WHOLE) };
            if entries.iter().any(|entry| entry.key == key) {
                continue;
            }
            let scope = Scope { key_of: (*number, slot), same_names, ..self.scope };
            let element = self.element(self.error(*number), scope, item.nests);
            let value = if nests {
                let members = member.alone();
                // Slots in it speak of no error yet.
                Resolved::Object(ObjectNode { resolver: self.with_scope(scope), members })
            } else if element.is_absent(member.node()) {
                continue;
            } else {
                element.resolve(member.node())
            };
            entries.push(MapEntry { key: key.into(), value });
        }
        entries
    }

    /// Whether an error has the key of the scope.
    fn has_key(&self, number: u32) -> bool {
        let Scope { key_of: (first, slot), same_names, .. } = self.scope;
        if same_names == 0 || number == first {
            return true;
        }
        let (first, other) = (self.key(first, slot), self.key(number, slot));
        if same_names == WHOLE {
            return first == other;
        }
        let names = usize::from(same_names);
        first.split('.').take(names).eq(other.split('.').take(names))
    }

    /// The value of a slot that is a name, for one of the errors; [`UNFILLED`] where it has none, so that
    /// no error is lost.
    fn key(&self, number: u32, slot: u16) -> String {
        let resolver = self.element(self.error(number), self.scope, false);
        let value = resolver.slot(slot);
        if matches!(value, Resolved::Absent) {
            return UNFILLED.into();
        }
        let mut key = String::new();
        // A string takes everything.
        let _ = value.write_text(&mut key);
        key
    }
}

/// A path behind some of its names.
fn behind(path: &str, names: u16) -> &str {
    let names = if names == WHOLE { 0 } else { names };
    (0..names).fold(path, |path, _| path.split_once('.').map_or("", |(_, behind)| behind))
}

fn first_name(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}
