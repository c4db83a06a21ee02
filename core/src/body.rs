//! A body before it is written: an entry, a locale, and what the caller has set.

use alloc::vec::Vec;
use core::ptr;

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
        Self(number as u32 | Self::PARAMETER)
    }

    /// A slot of the shape of the entry's own catalog, in a body that is written in another shape.
    #[inline]
    pub(crate) const fn own_slot(number: u16) -> Self {
        Self(number as u32 | Self::OWN_SLOT)
    }

    const PARAMETER: u32 = 1 << 16;
    const OWN_SLOT: u32 = 1 << 17;

    /// The slot of the shape; `None` for any other target.
    pub(crate) fn as_slot(self) -> Option<u16> {
        u16::try_from(self.0).ok()
    }

    /// The slot of the entry's own shape; `None` for any other target.
    pub(crate) fn as_own_slot(self) -> Option<u16> {
        u16::try_from(self.0 ^ Self::OWN_SLOT).ok()
    }
}

/// The body of one error: an entry, a locale, and the values that slots and parameters are set to. `'c` is
/// the lifetime of catalogs, `'v` that of values.
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
pub struct Body<'c, 'v> {
    /// The catalog whose shape is written. It may be another one than the entry's.
    pub(crate) shape: &'c Catalog<'c>,
    pub(crate) entry: Entry<'c>,
    /// The catalog that numbers of slots and parameters given by callers are of.
    pub(crate) numbers: &'c Catalog<'c>,
    /// The index of the locale in the entry's catalog.
    pub(crate) locale: u16,
    /// Whether the prefix of the entry does not hold: a slot that the catalog fills is set, or the body is
    /// in the shape of another catalog.
    pub(crate) is_changed: bool,
    pub(crate) values: Values<'v>,
    /// The other errors of the body, in the same shape.
    pub(crate) others: Vec<Body<'c, 'v>>,
}

impl<'c, 'v> Body<'c, 'v> {
    /// The body of an entry, in the shape of its catalog and in the default locale.
    #[inline]
    pub fn new(entry: Entry<'c>) -> Self {
        let values = Values::default();
        let shape = entry.catalog();
        let others = Vec::new();
        Self { shape, entry, numbers: shape, locale: 0, is_changed: false, values, others }
    }

    /// Adds another error, and those that it has with it, to the body. They are written where the shape
    /// has lists or maps of errors; everything else is this error's.
    pub fn add_error(&mut self, error: Self) {
        let mut error = error.in_shape(self.shape);
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

    /// The entry, which may be of another catalog than the [shape](Self::shape).
    pub fn entry(&self) -> Entry<'c> {
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
    pub fn set_slot(&mut self, number: u16, value: Option<SlotValue<'v>>) {
        let Some(value) = value else { return };
        if ptr::eq(self.numbers, self.shape) {
            self.is_changed |= self.shape.fills_slot(number);
            self.values.set(Target::slot(number), value);
        } else {
            self.set_slot_of_other(number, value);
        }
    }

    /// Sets a parameter of the message, by its number; `None` leaves it as it is.
    #[inline]
    pub fn set_parameter(&mut self, number: u16, value: Option<SlotValue<'v>>) {
        let Some(value) = value else { return };
        if ptr::eq(self.numbers, self.entry.catalog()) {
            self.values.set(Target::parameter(number), value);
        } else {
            self.set_parameter_of_other(number, value);
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
        !self.is_changed
    }
}

/// How many values need no allocation.
const IN_PLACE: usize = 3;

/// What a caller has set. The first few values are kept in place, so that nearly no body allocates.
#[derive(Clone, Default)]
pub(crate) struct Values<'v> {
    /// In the order they were set; behind the first that is free, all are.
    first: [Option<(Target, SlotValue<'v>)>; IN_PLACE],
    others: Vec<(Target, SlotValue<'v>)>,
}

impl<'v> Values<'v> {
    #[inline]
    pub(crate) fn get(&self, target: Target) -> Option<&SlotValue<'v>> {
        for place in &self.first {
            match place {
                Some((known, value)) if *known == target => return Some(value),
                Some(_) => {}
                None => return None,
            }
        }
        self.others.iter().find(|(known, _)| *known == target).map(|(_, value)| value)
    }

    /// Every value, in the order they were set.
    pub(crate) fn into_iter(self) -> impl Iterator<Item = (Target, SlotValue<'v>)> {
        self.first.into_iter().flatten().chain(self.others)
    }

    /// Sets a value. Most bodies have one; that way is short, so that the compiler keeps it in registers.
    #[inline]
    pub(crate) fn set(&mut self, target: Target, value: SlotValue<'v>) {
        match &mut self.first[0] {
            free @ None => *free = Some((target, value)),
            Some(_) => self.set_next(target, value),
        }
    }

    fn set_next(&mut self, target: Target, value: SlotValue<'v>) {
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
    fn set_other(&mut self, target: Target, value: SlotValue<'v>) {
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
