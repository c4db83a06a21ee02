//! A body before it is written: an entry, a locale, and what the caller has set.

use alloc::vec::Vec;
use core::fmt;

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::json;
use crate::prefix::Prefixes;
use crate::resolver::Message;
use crate::slot::SlotSource;
use crate::slot_value::SlotValue;

/// What a value is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A slot of the shape, by its number.
    Slot(u16),
    /// A parameter of the entry's catalog, by its number.
    Parameter(u16),
}

/// The body of one error.
#[derive(Clone)]
pub struct Body<'a> {
    pub(crate) shape: &'a Catalog<'a>,
    pub(crate) entry: Entry<'a>,
    /// The index of the locale in the entry's catalog.
    pub(crate) locale: u16,
    /// Whether a slot that the catalog fills is set, so that the prefix does not hold.
    is_changed: bool,
    pub(crate) values: Values<'a>,
}

impl<'a> Body<'a> {
    /// The body of an entry, in the shape of its catalog and in the default locale.
    #[inline]
    pub fn new(entry: Entry<'a>) -> Self {
        let values = Values::default();
        Self { shape: entry.catalog(), entry, locale: 0, is_changed: false, values }
    }

    /// The entry.
    pub fn entry(&self) -> Entry<'a> {
        self.entry
    }

    /// Writes the texts in the locale that suits a BCP 47 tag best.
    #[inline]
    #[must_use]
    pub fn locale(mut self, tag: &str) -> Self {
        self.locale = self.entry.catalog().locale(tag);
        self
    }

    /// Sets a slot of the shape, by its number; `None` leaves it as it is.
    #[inline]
    #[must_use]
    pub fn slot(mut self, number: u16, value: Option<SlotValue<'a>>) -> Self {
        if let Some(value) = value {
            self.is_changed |= self.shape.slot_source(number) != SlotSource::Caller;
            self.values.set(Target::Slot(number), value);
        }
        self
    }

    /// Sets a parameter of the message, by its number; `None` leaves it as it is.
    #[inline]
    #[must_use]
    pub fn parameter(mut self, number: u16, value: Option<SlotValue<'a>>) -> Self {
        if let Some(value) = value {
            self.values.set(Target::Parameter(number), value);
        }
        self
    }

    /// The status on the wire: what its slot is set to, or else the entry's.
    pub fn status(&self) -> u16 {
        let set = self.shape.status_slot.and_then(|slot| self.values.get(Target::Slot(slot)));
        match set {
            Some(SlotValue::Integer(status)) => status.as_u64().and_then(|s| u16::try_from(s).ok()),
            _ => None,
        }
        .unwrap_or(self.entry.status())
    }

    /// The message with its parameters filled in; one without a value is `…`.
    pub fn message(&self) -> impl fmt::Display {
        Message { body: self, entry: self.entry }
    }

    /// Whether it begins as the prefix of its entry does.
    #[inline]
    pub(crate) fn has_prefix(&self) -> bool {
        !self.is_changed && self.locale == 0 && core::ptr::eq(self.shape, self.entry.catalog())
    }

    /// Appends the body as JSON. With the prefixes of the entry's catalog, the bytes are the same, and
    /// it takes less time.
    #[inline]
    pub fn write_json(&self, prefixes: Option<Prefixes<'_>>, out: &mut Vec<u8>) {
        json::write_body(self, prefixes, out);
    }

    /// The body as JSON; see [`write_json`](Self::write_json).
    pub fn to_json(&self, prefixes: Option<Prefixes<'_>>) -> Vec<u8> {
        let mut json = Vec::with_capacity(256);
        self.write_json(prefixes, &mut json);
        json
    }
}

impl fmt::Debug for Body<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(core::str::from_utf8(&self.to_json(None)).unwrap_or_default())
    }
}

/// How many values need no allocation.
const IN_PLACE: usize = 4;

/// What a caller has set. The first few values are kept in place, so that nearly no body allocates.
#[derive(Clone, Default)]
pub(crate) struct Values<'a> {
    /// In the order they were set; behind the first that is free, all are.
    first: [Option<(Target, SlotValue<'a>)>; IN_PLACE],
    others: Vec<(Target, SlotValue<'a>)>,
}

impl<'a> Values<'a> {
    #[inline]
    pub(crate) fn get(&self, target: Target) -> Option<&SlotValue<'a>> {
        for place in &self.first {
            match place {
                Some((known, value)) if *known == target => return Some(value),
                Some(_) => {}
                None => return None,
            }
        }
        self.others.iter().find(|(known, _)| *known == target).map(|(_, value)| value)
    }

    #[inline]
    fn set(&mut self, target: Target, value: SlotValue<'a>) {
        for place in &mut self.first {
            match place {
                Some((known, _)) if *known != target => {}
                place => {
                    *place = Some((target, value));
                    return;
                }
            }
        }
        self.set_other(target, value);
    }

    #[cold]
    fn set_other(&mut self, target: Target, value: SlotValue<'a>) {
        self.others.retain(|(known, _)| *known != target);
        self.others.push((target, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_target_counts() {
        let mut values = Values::default();
        for round in 0_u16..3 {
            for number in 0..10 {
                values.set(Target::Slot(number), SlotValue::from(round * 100 + number));
                values.set(Target::Parameter(number), SlotValue::from(round));
            }
        }
        for number in 0..10 {
            assert_eq!(values.get(Target::Slot(number)), Some(&SlotValue::from(200 + number)));
            assert_eq!(values.get(Target::Parameter(number)), Some(&SlotValue::from(2_u16)));
        }
        assert_eq!(values.get(Target::Slot(10)), None);
        assert_eq!(values.others.len(), 16);
    }
}
