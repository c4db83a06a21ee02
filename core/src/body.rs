//! A body before it is written: an entry, a locale, and what the caller has set.

use alloc::vec::Vec;

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::slot_value::SlotValue;

/// What a value is set for, as one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Target(u32);

impl Target {
    /// A slot of the shape, by its number.
    #[inline]
    pub(crate) const fn slot(number: u16) -> Self {
        Self(number as u32)
    }

    /// A parameter of the entry's catalog, by its number.
    #[inline]
    pub(crate) const fn parameter(number: u16) -> Self {
        Self(number as u32 | 1 << 16)
    }
}

/// The body of one error: an entry, a locale, and the values that slots and parameters are set to.
///
/// A slot that nothing is set for has what the catalog says in it; where the catalog does not fill it,
/// it is absent. A parameter that nothing is set for is [`…`](crate::template::UNFILLED) in the message.
/// Slots and parameters are numbered as [`Catalog::slots`] and [`Catalog::parameters`] list them.
///
/// ```
/// # mod example {
/// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
/// # }
/// # use example::wallet;
/// use api_error_catalog_core::builder::encode;
/// use api_error_catalog_core::{Body, SlotValue};
///
/// let encoded = encode(&wallet())?;
/// let catalog = encoded.catalog();
/// let entry = catalog.from_code("insufficient-funds").expect("an entry of the catalog");
/// let request_id = catalog.slots().zip(0..).find(|(slot, _)| slot.name == "request_id");
/// let (_, request_id) = request_id.expect("a slot of the shape");
///
/// let mut body = Body::new(entry);
/// assert_eq!(body.message().to_string(), "Account … holds too little.");
/// body.set_locale("fr-CI");
/// body.set_parameter(0, Some(SlotValue::from("acc_7")));
/// body.set_slot(request_id, Some(SlotValue::from("req_1")));
/// let json = r#"{"status":402,"code":"insufficient-funds","message":"Le compte acc_7 n’est pas assez fourni.","request_id":"req_1"}"#;
/// assert_eq!(body.to_json(None), json.as_bytes());
/// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
/// ```
#[derive(Clone)]
pub struct Body<'a> {
    pub(crate) shape: &'a Catalog<'a>,
    pub(crate) entry: Entry<'a>,
    /// The index of the locale in the entry's catalog.
    pub(crate) locale: u16,
    /// Whether a slot that the catalog fills is set, so that the prefix does not hold.
    is_changed: bool,
    pub(crate) values: Values<'a>,
    /// The other errors of the body.
    others: Vec<Body<'a>>,
}

impl<'a> Body<'a> {
    /// The body of an entry, in the shape of its catalog and in the default locale.
    #[inline]
    pub fn new(entry: Entry<'a>) -> Self {
        let values = Values::default();
        let shape = entry.catalog();
        Self { shape, entry, locale: 0, is_changed: false, values, others: Vec::new() }
    }

    /// Adds another error, and those that it has with it, to the body. They are written where the shape
    /// has lists or maps of errors; everything else is this error's.
    pub fn add_error(&mut self, mut error: Self) {
        let others = core::mem::take(&mut error.others);
        self.others.push(error);
        self.others.extend(others);
    }

    /// How many errors the body has, this one included.
    #[inline]
    pub fn error_count(&self) -> usize {
        1 + self.others.len()
    }

    /// An error of the body; the last one where there are not so many.
    pub(crate) fn error(&self, number: usize) -> &Self {
        match number.checked_sub(1) {
            None => self,
            Some(other) => self.others.get(other).or(self.others.last()).unwrap_or(self),
        }
    }

    /// The entry.
    pub fn entry(&self) -> Entry<'a> {
        self.entry
    }

    /// Writes the texts in the locale that suits a BCP 47 tag best, those of the other errors too.
    #[inline]
    pub fn set_locale(&mut self, tag: &str) {
        self.locale = self.entry.catalog().locale(tag);
        self.others.iter_mut().for_each(|error| error.set_locale(tag));
    }

    /// Sets a slot of the shape, by its number; `None` leaves it as it is.
    #[inline]
    pub fn set_slot(&mut self, number: u16, value: Option<SlotValue<'a>>) {
        if let Some(value) = value {
            self.is_changed |= self.shape.fills_slot(number);
            self.values.set(Target::slot(number), value);
        }
    }

    /// Sets a parameter of the message, by its number; `None` leaves it as it is.
    #[inline]
    pub fn set_parameter(&mut self, number: u16, value: Option<SlotValue<'a>>) {
        if let Some(value) = value {
            self.values.set(Target::parameter(number), value);
        }
    }

    /// The status on the wire: what its slot is set to, or else the entry's.
    pub fn status(&self) -> u16 {
        let set = self.shape.status_slot.and_then(|slot| self.values.get(Target::slot(slot)));
        match set {
            Some(SlotValue::Integer(status)) => status.as_u64().and_then(|s| u16::try_from(s).ok()),
            _ => None,
        }
        .unwrap_or(self.entry.status())
    }

    /// Whether it begins as the prefix of its entry does.
    #[inline]
    pub(crate) fn has_prefix(&self) -> bool {
        !self.is_changed && core::ptr::eq(self.shape, self.entry.catalog())
    }
}

/// How many values need no allocation.
const IN_PLACE: usize = 3;

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

    /// Sets a value. Most bodies have one; that way is short, so that the compiler keeps it in registers.
    #[inline]
    fn set(&mut self, target: Target, value: SlotValue<'a>) {
        match &mut self.first[0] {
            free @ None => *free = Some((target, value)),
            Some(_) => self.set_next(target, value),
        }
    }

    fn set_next(&mut self, target: Target, value: SlotValue<'a>) {
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
                values.set(Target::slot(number), SlotValue::from(round * 100 + number));
                values.set(Target::parameter(number), SlotValue::from(round));
            }
        }
        for number in 0..10 {
            assert_eq!(values.get(Target::slot(number)), Some(&SlotValue::from(200 + number)));
            assert_eq!(values.get(Target::parameter(number)), Some(&SlotValue::from(2_u16)));
        }
        assert_eq!(values.get(Target::slot(10)), None);
        assert_eq!(values.others.len(), 20 - IN_PLACE);
    }
}
