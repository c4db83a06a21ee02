//! The body of an entry with values as they may be.

use alloc::borrow::Cow;
use alloc::format;

use api_error_catalog_core::slot::{SlotSource, SlotType};
use api_error_catalog_core::{Body, Catalog, Entry, SlotValue};
use serde_json::Value;

use crate::Finite;

/// The body of an entry in the shape of a catalog, with a value for each parameter, for what headers need, and for
/// what would be `null` otherwise.
pub(super) fn example(
    entry: Entry<'static>,
    shape: &'static Catalog<'static>,
) -> Body<'static, 'static> {
    let mut body = Body::new(entry);
    for parameter in entry.parameters() {
        let example = parameter.example.and_then(value_of_json);
        let value = example.or_else(|| sample(parameter.name, parameter.parameter_type));
        fill(&mut body, parameter.name, value);
    }
    for slot in entry.header_slots() {
        if !entry.parameters().any(|parameter| parameter.name == slot.name) {
            fill(&mut body, slot.name, sample(slot.name, slot.slot_type));
        }
    }
    let mut body = body.in_shape(shape);
    let callers = shape.slots().filter(|slot| slot.source == SlotSource::Caller);
    for slot in callers.filter(|slot| !slot.is_optional) {
        if let Some(text) = sample(slot.name, slot.slot_type) {
            body.set_default(slot.name, text);
        }
    }
    body
}

/// Sets the parameter and the slot of a name.
fn fill(body: &mut Body<'static, 'static>, name: &str, value: Option<SlotValue<'static>>) {
    let catalog = body.entry().catalog();
    if let Some((_, number)) = catalog.parameters().zip(0..).find(|(known, _)| *known == name) {
        body.set_parameter(number, value.clone());
    }
    let is_it = |slot: &api_error_catalog_core::slot::Slot<'_>| {
        slot.name == name && slot.source == SlotSource::Caller
    };
    if let Some(slot) = catalog.slots().find(is_it) {
        body.set_slot(slot.target, value);
    }
}

/// The value that a catalog gives as an example.
fn value_of_json(json: &str) -> Option<SlotValue<'static>> {
    let value = serde_json::from_str(json).ok()?;
    Some(match value {
        Value::String(text) => text.into(),
        Value::Bool(value) => value.into(),
        Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), ..) => number.into(),
            (_, Some(number), _) => number.into(),
            (.., number) => SlotValue::Number(Finite::new(number?)?),
        },
        other => SlotValue::Json(format!("{other}").into()),
    })
}

/// A value for a name of which nothing but the type is known; `None` where a list or an object would be needed.
fn sample(name: &str, slot_type: SlotType) -> Option<SlotValue<'static>> {
    const MOMENT: &str = "2026-01-31T09:05:07Z";
    let text: Cow<'static, str> = match (name, slot_type) {
        (_, SlotType::Integer | SlotType::Number) => return Some(1_u8.into()),
        (_, SlotType::Delay) => return Some(30_u8.into()),
        (_, SlotType::Boolean) => return Some(true.into()),
        (_, SlotType::Array | SlotType::Object) => return None,
        ("timestamp", _) | (_, SlotType::Time) => MOMENT.into(),
        ("method", _) => "GET".into(),
        ("uri" | "instance" | "path", _) => "/".into(),
        _ => format!("<{name}>").into(),
    };
    Some(SlotValue::Text(text))
}
