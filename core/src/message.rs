//! The message of an entry, with the parameters of a body.

use core::fmt;
use core::ptr;

use crate::body::{Body, Target};
use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::fixed_slot::FixedValue;
use crate::slot::SlotSource;
use crate::slot_value::SlotValue;
use crate::template::UNFILLED;
use crate::text_out::TextOut;

/// The message of an entry, with the parameters of a body. `Display` writes it.
#[derive(Clone, Copy)]
pub(crate) struct Message<'r> {
    pub(crate) body: &'r Body<'r, 'r>,
    /// The number of the entry in the catalog of the body's entry.
    pub(crate) entry: u16,
}

impl Message<'_> {
    pub(crate) fn is_unfilled(&self) -> bool {
        let body = self.body;
        let template = Entry::new(body.entry.catalog(), self.entry).template(body.locale);
        let is_known =
            |number| parameter(body, number).is_some() || fixed_parameter(body, number).is_some();
        template.is_some_and(|pieces| pieces.numbers().any(|number| !is_known(number)))
    }

    pub(crate) fn write<W: TextOut>(&self, out: &mut W) -> fmt::Result {
        let body = self.body;
        let entry = Entry::new(body.entry.catalog(), self.entry);
        match entry.template(body.locale) {
            None => out.write_str(entry.message_at(body.locale)),
            Some(pieces) => pieces.fill(out, |number, out| match parameter(body, number) {
                Some(value) => value.write(out),
                None => match fixed_parameter(body, number) {
                    Some(FixedValue::Text { text, .. } | FixedValue::Json(text)) => {
                        out.write_str(text)
                    }
                    None => out.write_str(UNFILLED),
                },
            }),
        }
    }
}

impl Body<'_, '_> {
    /// What the slot `message` is set to, or else the message of the entry with its parameters filled in;
    /// one without a value is `…`.
    pub fn message(&self) -> impl fmt::Display {
        let set = if self.is_changed { set_message(self) } else { None };
        BodyMessage { set, message: Message { body: self, entry: self.entry.number() } }
    }
}

/// The message of a body. `Display` writes it.
struct BodyMessage<'r> {
    /// What the caller has put in the place of the entry's.
    set: Option<&'r SlotValue<'r>>,
    message: Message<'r>,
}

impl fmt::Display for BodyMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.set {
            Some(value) => value.write(f),
            None => self.message.write(f),
        }
    }
}

/// What a slot that the entry's message would fill is set to.
fn set_message<'r>(body: &'r Body<'r, 'r>) -> Option<&'r SlotValue<'r>> {
    let slots = (0..).zip(body.shape.slots());
    let mut messages = slots.filter(|(_, slot)| slot.source == SlotSource::MESSAGE);
    messages.find_map(|(number, _)| body.values.get(Target::slot(number)))
}

/// The value of a parameter: its own, or that of the slot of the same name.
pub(crate) fn parameter<'r>(body: &'r Body<'r, 'r>, number: u16) -> Option<&'r SlotValue<'r>> {
    let catalog: &Catalog<'_> = body.entry.catalog();
    body.values.get(Target::parameter(number)).or_else(|| {
        let is_own_shape = ptr::eq(catalog, body.shape);
        match catalog.slot_of_parameter(number) {
            Some(slot) if is_own_shape => body.values.get(Target::slot(slot)),
            None if is_own_shape => None,
            own => own.and_then(|slot| body.values.get(Target::own_slot(slot))).or_else(|| {
                let slot = body.shape.slot_number(catalog.parameter_name(number))?;
                body.values.get(Target::slot(slot))
            }),
        }
    })
}

/// What the entry puts into the slot of the same name as a parameter.
pub(crate) fn fixed_parameter<'r>(body: &'r Body<'r, 'r>, number: u16) -> Option<FixedValue<'r>> {
    let slot = body.entry.catalog().slot_of_parameter(number)?;
    body.entry.fixed_slots().find(slot)
}
