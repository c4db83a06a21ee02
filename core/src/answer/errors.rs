//! The errors of an answer: each element of an error item is one, and what is around them may be.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::chain::{self, Code, Position};
use super::found::{Element, Found, Received};
use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::slot::{SlotRow, SlotSource};

/// An error that was received.
#[derive(Clone, Debug, Default)]
pub(super) struct ReceivedError<'c> {
    /// The element that it is; 0 is what is around all of them.
    pub(super) element: u32,
    /// The deepest entry that its codes name; `None` where the catalog knows none of them.
    pub(super) entry: Option<Entry<'c>>,
    /// Whether a code of its own names the entry, and not one around it.
    is_own: bool,
    pub(super) raw_code: Option<RawCode>,
    /// The level of its outermost code, where an item names levels.
    lowest: u8,
}

/// The deepest code of an error.
#[derive(Clone, Debug)]
pub(super) enum RawCode {
    /// Its index among what was found, where the body has its text as it is.
    Found(usize),
    Text(String),
}

impl RawCode {
    fn new(found: usize, text: Cow<'_, str>) -> Self {
        match text {
            Cow::Borrowed(_) => Self::Found(found),
            Cow::Owned(text) => Self::Text(text),
        }
    }
}

/// The errors of an answer, the first one apart: nearly always, there is no other.
#[derive(Clone, Debug, Default)]
pub(super) struct Errors<'c> {
    first: Option<ReceivedError<'c>>,
    others: Vec<ReceivedError<'c>>,
    /// The number of the error that the answer's own facts are of.
    primary: usize,
}

impl<'c> Errors<'c> {
    pub(super) fn read(catalog: &'c Catalog<'c>, received: &Received, status: u16) -> Self {
        let reader = Reader { catalog, received, status };
        // Nearly every body has one code and no list of errors.
        if received.elements.is_empty()
            && !received.is_refused
            && let Some(error) = reader.error_of_one_code(0)
        {
            return Self::one(error);
        }
        if !reader.is_recognized() {
            return Self::default();
        }
        if received.elements.is_empty() {
            let codes = chain::codes(catalog, received, 0);
            let error = reader.error(0, &codes, 0);
            return Self::one(error);
        }
        let mut errors = reader.errors().into_iter();
        let (first, others) = (errors.next(), errors.collect::<Vec<_>>());
        let is_known = |error: &&ReceivedError<'_>| error.is_own && error.entry.is_some();
        let mut all = first.iter().chain(&others);
        let primary = all.clone().position(|error| is_known(&error));
        let primary = primary.or_else(|| all.position(|error| error.entry.is_some()));
        Self { first, others, primary: primary.unwrap_or(0) }
    }

    fn one(error: ReceivedError<'c>) -> Self {
        Self { first: Some(error), ..Self::default() }
    }

    pub(super) fn len(&self) -> usize {
        usize::from(self.first.is_some()) + self.others.len()
    }

    pub(super) fn get(&self, number: usize) -> Option<&ReceivedError<'c>> {
        match number.checked_sub(1) {
            None => self.first.as_ref(),
            Some(other) => self.others.get(other),
        }
    }

    /// The number of the error that the answer's facts are of; `None` where there are no errors.
    pub(super) fn primary_number(&self) -> Option<usize> {
        self.first.as_ref().map(|_| self.primary)
    }

    /// The first error with a code of its own that the catalog knows; or else, the first with a known
    /// code around it; or else, the first.
    pub(super) fn primary(&self) -> Option<&ReceivedError<'c>> {
        self.get(self.primary)
    }
}

struct Reader<'r, 'c> {
    catalog: &'c Catalog<'c>,
    received: &'r Received,
    status: u16,
}

impl<'r, 'c> Reader<'r, 'c> {
    /// The error of an element, or of a body without any, that has one code, or one in each nested object,
    /// if no two entries share the deepest of them; `None` for any other. Codes around an element are
    /// not looked at.
    fn error_of_one_code(&self, element: u32) -> Option<ReceivedError<'c>> {
        let received = self.received;
        let nests = received.nests(self.catalog, element);
        let mut deepest: Option<(usize, &Found)> = None;
        for at in received.range_of(element) {
            let found = &received.found[at];
            let slot = self.catalog.slot(found.slot);
            if slot.is_type() {
                return None;
            }
            if slot.is_code() {
                match deepest {
                    Some(_) if !nests || slot.level() > 0 => return None,
                    Some((_, known)) if known.level >= found.level => {}
                    _ => deepest = Some((at, found)),
                }
            }
        }
        let (at, found) = deepest?;
        let slot = self.catalog.slot(found.slot);
        let text = received.text(found, slot)?;
        let entry = self.catalog.from_code(&text)?;
        let is_shared =
            || self.catalog.shares_codes && self.catalog.all_from_code(&text).nth(1).is_some();
        let position = Position::of(self.catalog, received, found, slot);
        if is_shared() || !position.is_of(entry) {
            return None;
        }
        let raw_code = Some(RawCode::new(at, text));
        Some(ReceivedError { element, entry: Some(entry), is_own: true, raw_code, lowest: 0 })
    }

    /// Whether the body is that of an error of this API.
    fn is_recognized(&self) -> bool {
        let is_error = self.status >= 400;
        let has_code = || {
            let mut slots = self.received.found.iter().map(|found| self.catalog.slot(found.slot));
            slots.any(SlotRow::names_entry)
        };
        // Any member of the outermost object may be one of a map: that says nothing of a success.
        let is_element =
            |element: &Element| !element.is_absent && (is_error || !element.is_in_root);
        !self.received.is_refused
            && (has_code()
                || self.received.elements.iter().any(is_element)
                || is_error && self.has_message())
    }

    fn has_message(&self) -> bool {
        self.received.found.iter().any(|found| self.catalog.slot(found.slot).is_message())
    }

    fn errors(&self) -> Vec<ReceivedError<'c>> {
        let elements = &self.received.elements;
        // The chain of each element that others may be in, and whether one of those begins with it.
        let outside = chain::codes(self.catalog, self.received, 0);
        let mut is_covered = alloc::vec![false; elements.len() + 1];
        let mut errors = Vec::with_capacity(elements.len() + 1);
        errors.push(self.error(0, &outside, 0));
        for (number, element) in (1_u32..).zip(elements) {
            if element.is_absent {
                is_covered[number as usize] = true;
                errors.push(self.error(number, &[], 0));
                continue;
            }
            // The usual list has nothing around it.
            if outside.is_empty()
                && element.around == 0
                && let Some(error) = self.error_of_one_code(number)
            {
                is_covered[0] = true;
                errors.push(ReceivedError { lowest: element.item.lowest, ..error });
                continue;
            }
            let own = chain::codes(self.catalog, self.received, number);
            let around = match element.around {
                0 => Cow::Borrowed(outside.as_slice()),
                around => Cow::Owned(self.chain(around)),
            };
            let own_count = own.len();
            let chain = chain::chain(&around, own);
            // An item that leaves the first error out has the others, also those with the same codes.
            let is_other = element.item.leaves_out_first && chain.len() == around.len();
            is_covered[element.around as usize] |= !is_other && chain::begins_with(&chain, &around);
            let first_own = chain.len().saturating_sub(own_count);
            errors.push(ReceivedError {
                lowest: element.item.lowest,
                ..self.error(number, &chain, first_own)
            });
        }
        let has_elements = elements.iter().any(|element| !element.is_absent);
        is_covered[0] |= outside.is_empty() && has_elements;
        self.cover_outer(&errors, &mut is_covered);
        let mut is_covered = is_covered.into_iter();
        errors.retain(|_| !is_covered.next().unwrap_or(false));
        errors
    }

    /// Of elements beside each other that items of different levels have read, one that is the ancestor of
    /// another one is no error of its own.
    fn cover_outer(&self, errors: &[ReceivedError<'c>], is_covered: &mut [bool]) {
        let around = |error: &ReceivedError<'_>| {
            self.received.element(error.element).map_or(0, |element| element.around)
        };
        let deepest = errors.iter().map(|error| error.lowest).max().unwrap_or(0);
        let outer = errors.iter().filter(|error| error.lowest > 0 && error.lowest < deepest);
        for outer in outer {
            let Some(entry) = outer.entry else { continue };
            is_covered[outer.element as usize] |= errors.iter().any(|inner| {
                inner.lowest > outer.lowest
                    && around(inner) == around(outer)
                    && inner.entry.is_some_and(|inner| inner.is_a(entry))
            });
        }
    }

    /// The codes of an element, those around it included.
    fn chain(&self, element: u32) -> Vec<Code<'r>> {
        let own = chain::codes(self.catalog, self.received, element);
        match self.received.element(element) {
            None => own,
            Some(element) => chain::chain(&self.chain(element.around), own),
        }
    }

    /// The error of an element: the deepest code of its chain that is known.
    fn error(&self, element: u32, chain: &[Code<'_>], first_own: usize) -> ReceivedError<'c> {
        let messages = || self.messages(element);
        let known = (0..chain.len()).rev().find_map(|at| {
            let entry = chain::entry(self.catalog, chain, at, self.status, &messages)?;
            Some((at, entry))
        });
        let outer = known.map(|(_, entry)| entry);
        let by_message = (first_own == chain.len()).then(|| self.by_message(element, outer));
        let by_message = by_message.flatten().map(|entry| (first_own, entry));
        let known = by_message.or(known).or_else(|| Some((first_own, self.by_status(element)?)));
        let raw_code = chain.iter().rev().find(|code| !code.is_blank());
        let raw_code = raw_code.map(|code| RawCode::new(code.found, code.text.clone()));
        ReceivedError {
            element,
            entry: known.map(|(_, entry)| entry),
            is_own: known.is_some_and(|(at, _)| at >= first_own),
            raw_code,
            lowest: 0,
        }
    }

    /// The entry that the message of an element names, where the shape has no place for the code at the
    /// level of the message: the one whose template fits with most text, of the status if there is one.
    fn by_message(&self, element: u32, outer: Option<Entry<'c>>) -> Option<Entry<'c>> {
        let found = self.received.of(element).iter().find_map(|found| {
            let slot = self.catalog.slot(found.slot);
            slot.is_message().then_some((found, slot))
        });
        let (found, slot) = found?;
        let has_code = self.catalog.slots().any(|other| {
            other.source.names_entry()
                && (other.level == 0 || other.level == slot.level() || slot.level() == 0)
        });
        if has_code {
            return None;
        }
        let message = self.received.text(found, slot)?;
        let is_possible = |entry: &Entry<'c>| {
            let is_inside = outer.is_none_or(|outer| entry.is_a(outer));
            is_inside && (slot.level() == 0 || entry.depth() == usize::from(slot.level()))
        };
        let fits = self.catalog.codes().filter(is_possible);
        let fits = fits.filter_map(|entry| Some((entry, entry.fit(&message)?)));
        // Of several that fit as well, the first.
        let rank = |(entry, length): &(Entry<'c>, usize)| (entry.status() == self.status, *length);
        let best = fits.reduce(|best, next| if rank(&next) > rank(&best) { next } else { best });
        best.map(|(entry, _)| entry)
    }

    /// The entry of the status that an element has as its own, where the API's statuses are its codes.
    fn by_status(&self, element: u32) -> Option<Entry<'c>> {
        if element == 0 {
            return None;
        }
        self.received.of(element).iter().find_map(|found| {
            let slot = self.catalog.slot(found.slot);
            let is_status = slot.source() == SlotSource::Status;
            let status = is_status.then(|| self.received.text(found, slot)).flatten()?;
            self.catalog.status_row(status.parse().ok()?)?.code()
        })
    }

    /// The messages of an element; where it has none, those around it.
    fn messages(&self, element: u32) -> Vec<String> {
        let found = self.received.of(element).iter();
        let messages: Vec<_> = found
            .filter_map(|found| {
                let slot = self.catalog.slot(found.slot);
                let text = slot.is_message().then(|| self.received.text(found, slot)).flatten()?;
                Some(text.into_owned())
            })
            .collect();
        match self.received.element(element) {
            Some(element) if messages.is_empty() => self.messages(element.around),
            _ => messages,
        }
    }
}
