//! Values of a body by name, and a body that lives on its own.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::body::{Body, Target, Values};
use crate::resolver::ParametersNode;
use crate::slot::SlotType;
use crate::slot_value::SlotValue;

impl<'c, 'v> Body<'c, 'v> {
    /// Sets the slot and the parameter of a name, where the shape or the entry has one: for a framework, that
    /// knows some names and not the catalog. A number becomes text where text is wanted; what is of another
    /// type stays as it is, and so does a slot that the catalog fills.
    pub fn set_named(&mut self, name: &str, value: &SlotValue<'v>) {
        if let Some(number) = self.shape.slot_number(name) {
            let slot = self.shape.slot(number);
            if slot.is_callers()
                && let Some(value) = of_type(slot.slot_type(), value)
            {
                self.values.set(Target::slot(number), value);
            }
        }
        let own = self.entry.catalog();
        if let Some(number) = own.parameter_number(name)
            && let Some(value) = of_type(own.parameter_type(number), value)
        {
            self.values.set(Target::parameter(number), value);
        }
    }

    /// The parameters of the error that have a value, each with its name, and with the value as text as a message
    /// has it; in the order of [`Entry::parameters`](crate::Entry::parameters).
    pub fn parameter_texts(&self) -> Vec<(&str, String)> {
        let written = ParametersNode { body: self }.members().filter_map(|(name, value)| {
            let mut text = String::new();
            value.write_text(&mut text).ok()?;
            Some((name, text))
        });
        written.collect()
    }

    /// The same body with values of its own.
    pub fn into_owned(self) -> Body<'c, 'static> {
        let Self { shape, entry, numbers, locale, is_changed, values, others } = self;
        let mut owned = Values::default();
        for (target, value) in values.into_iter() {
            owned.set(target, value.into_owned());
        }
        let others = others.into_iter().map(Body::into_owned).collect();
        Body { shape, entry, numbers, locale, is_changed, values: owned, others }
    }
}

/// A value as one of a slot or a parameter; `None` where it is of another type.
fn of_type<'v>(slot_type: SlotType, value: &SlotValue<'v>) -> Option<SlotValue<'v>> {
    let is_text = matches!(slot_type, SlotType::String | SlotType::Any);
    match value {
        SlotValue::Text(_) => is_text.then(|| value.clone()),
        SlotValue::Integer(number) if slot_type == SlotType::String => {
            Some(SlotValue::from(number.to_string()))
        }
        SlotValue::Integer(_) => {
            let is_number =
                matches!(slot_type, SlotType::Integer | SlotType::Number | SlotType::Any);
            is_number.then(|| value.clone())
        }
        _ => None,
    }
}

impl SlotValue<'_> {
    /// The same value, with text of its own.
    pub fn into_owned(self) -> SlotValue<'static> {
        match self {
            Self::Text(text) => SlotValue::Text(Cow::Owned(text.into_owned())),
            Self::Integer(number) => SlotValue::Integer(number),
            Self::Number(number) => SlotValue::Number(number),
            Self::Boolean(value) => SlotValue::Boolean(value),
            Self::Json(json) => SlotValue::Json(json),
            Self::Absent => SlotValue::Absent,
        }
    }
}
