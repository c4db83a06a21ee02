//! The codes that were received for an error, and the entry that they name.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::found::{Found, Received};
use super::problem_type;
use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::resolver::BLANK_TYPE;
use crate::slot::SlotRow;

/// A code or a problem type that was received.
#[derive(Clone)]
pub(super) struct Code<'r> {
    pub(super) position: Position,
    is_type: bool,
    /// Its index among what was found.
    pub(super) found: usize,
    pub(super) text: Cow<'r, str>,
}

/// Where in the chain of parents a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    /// The level of the entry, 1 for the outermost; the greatest number is that of the error itself,
    /// whatever its level is.
    level: u16,
    /// Whether the level is that of a nested object, not one which the slot names.
    is_nested: bool,
}

impl Position {
    const OWN: Self = Self { level: u16::MAX, is_nested: false };

    /// Where a value stands that was found in an element.
    pub(super) fn of(
        catalog: &Catalog<'_>,
        received: &Received,
        found: &Found,
        slot: SlotRow<'_>,
    ) -> Self {
        match slot.level() {
            0 if received.nests(catalog, found.element) => {
                Self { level: found.level + 1, is_nested: true }
            }
            0 => Self::OWN,
            level => Self { level: level.into(), is_nested: false },
        }
    }

    /// Whether an entry is at the position. Where objects nest, a level may be left out.
    pub(super) fn is_of(self, entry: Entry<'_>) -> bool {
        self.is_nested || self == Self::OWN || entry.depth() == usize::from(self.level)
    }
}

impl Code<'_> {
    /// Whether it says no more than the status.
    pub(super) fn is_blank(&self) -> bool {
        self.is_type && self.text == BLANK_TYPE
    }

    fn is_code_of(&self, entry: Entry<'_>) -> bool {
        entry.as_str() == self.text || entry.aliases().any(|alias| alias == self.text)
    }
}

/// The codes and problem types of an element, the outermost first. At one position, the problem type
/// comes last: it names a problem before a code beside it does (RFC 9457 §3.1.1).
pub(super) fn codes<'r>(
    catalog: &Catalog<'_>,
    received: &'r Received,
    element: u32,
) -> Vec<Code<'r>> {
    let range = received.range_of(element);
    let mut codes: Vec<_> = range
        .filter_map(|at| {
            let found = &received.found[at];
            let slot = catalog.slot(found.slot);
            if !slot.names_entry() {
                return None;
            }
            let text = received.text(found, slot).filter(|text| !text.is_empty())?;
            let position = Position::of(catalog, received, found, slot);
            Some(Code { position, is_type: slot.is_type(), found: at, text })
        })
        .collect();
    if codes.len() > 1 {
        codes.sort_by_key(|code| (code.position, code.is_type));
        codes.dedup_by_key(|code| (code.position, code.is_type));
    }
    codes
}

/// The codes around an element with its own behind them. An own one takes the place of those at its
/// position and behind it.
pub(super) fn chain<'r>(around: &[Code<'r>], own: Vec<Code<'r>>) -> Vec<Code<'r>> {
    let stays = |code: &&Code<'_>| own.first().is_none_or(|own| code.position < own.position);
    let mut chain: Vec<_> = around.iter().filter(stays).cloned().collect();
    chain.extend(own);
    chain.dedup_by(|code, before| {
        let is_same = !code.is_type && !before.is_type && code.text == before.text;
        if is_same {
            // The deeper of the two stays.
            core::mem::swap(code, before);
        }
        is_same
    });
    chain
}

/// Whether a chain begins as another one does.
pub(super) fn begins_with(chain: &[Code<'_>], other: &[Code<'_>]) -> bool {
    chain.len() >= other.len()
        && chain.iter().zip(other).all(|(code, other)| code.text == other.text)
}

/// The entry that a code of a chain names, the outer ones being around it; `None` where the catalog has
/// none.
///
/// Of several, the one that the chain leads to counts, then one of the status, then the one whose message
/// fits with most text, then the first.
pub(super) fn entry<'c>(
    catalog: &'c Catalog<'c>,
    chain: &[Code<'_>],
    at: usize,
    status: u16,
    messages: &dyn Fn() -> Vec<String>,
) -> Option<Entry<'c>> {
    let (outer, code) = (&chain[..at], &chain[at]);
    if code.is_type {
        return problem_type::find(catalog, &code.text);
    }
    let is_led_to =
        |entry: &Entry<'c>| code.position.is_of(*entry) && leads_to(outer, entry.parent());
    // Whatever is around it, the deepest known code wins where objects nest.
    let mut entries = catalog
        .all_from_code(&code.text)
        .filter(|entry| code.position.is_nested || is_led_to(entry));
    let first = entries.next()?;
    let Some(second) = entries.next() else { return Some(first) };
    let mut entries: Vec<_> = [first, second].into_iter().chain(entries).collect();
    retain_any(&mut entries, is_led_to);
    retain_any(&mut entries, |entry| entry.status() == status);
    if entries.len() > 1 {
        let messages = messages();
        let weight = |entry: &Entry<'c>| {
            messages.iter().filter_map(|message| entry.fit(message)).max().unwrap_or(0)
        };
        let weights: Vec<_> = entries.iter().map(weight).collect();
        let best = weights.iter().copied().max().unwrap_or(0);
        let at = weights.iter().position(|weight| *weight == best).unwrap_or(0);
        return entries.get(at).copied();
    }
    entries.first().copied()
}

/// Keeps the entries that meet a condition, unless there are none.
fn retain_any<'c>(entries: &mut Vec<Entry<'c>>, meets: impl Fn(&Entry<'c>) -> bool) {
    if entries.iter().any(&meets) {
        entries.retain(meets);
    }
}

/// Whether each of the outer codes is one of an ancestor, in their order.
fn leads_to(outer: &[Code<'_>], parent: Option<Entry<'_>>) -> bool {
    let mut ancestors = parent.into_iter().flat_map(Entry::lineage);
    outer.iter().rev().filter(|code| !code.is_type).all(|code| {
        ancestors.any(|ancestor| code.position.is_of(ancestor) && code.is_code_of(ancestor))
    })
}
