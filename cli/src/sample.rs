//! What an error looks like on the wire: a body with sample values, written by the runtime.

use api_error_catalog_core::fact::Retry;
use api_error_catalog_core::slot::{Slot, SlotSource, SlotType};
use api_error_catalog_core::{Body, Entry, SlotValue};

/// An answer with an error, as a client may get it.
#[derive(Debug)]
pub(crate) struct Sample {
    pub(crate) status: u16,
    /// The `Content-Type`, and the headers that the catalog has values for.
    pub(crate) headers: Vec<(String, String)>,
    /// The body, JSON in one line.
    pub(crate) body: String,
}

/// An answer with an entry. Parameters are what the catalog has as an example, or else their names in
/// braces; so are slots that only a caller fills. Optional ones that hold a list or an object, or anything,
/// are left out.
pub(crate) fn sample(entry: Entry<'_>, locale: &str) -> Sample {
    let catalog = entry.catalog();
    let mut body = Body::new(entry);
    body.set_locale(locale);
    for parameter in entry.parameters() {
        let number = catalog.parameters().position(|name| name == parameter.name);
        let value = match parameter.example {
            Some(example) => of_json(example),
            None => of_type(parameter.name, parameter.parameter_type),
        };
        body.set_parameter(as_number(number), Some(value));
    }
    for (number, slot) in catalog.slots().enumerate() {
        let is_parameter = entry.parameters().any(|parameter| parameter.name == slot.name);
        if slot.source == SlotSource::Caller && !is_parameter {
            body.set_slot(as_number(Some(number)), of_slot(entry, &slot));
        }
    }
    let content_type = ("Content-Type".to_owned(), catalog.media_type().to_owned());
    let others = body.headers().into_iter().map(|(name, value)| (name.to_owned(), value));
    Sample {
        status: body.status(),
        headers: std::iter::once(content_type).chain(others).collect(),
        body: String::from_utf8_lossy(&body.to_json(None)).into_owned(),
    }
}

/// A position as the number of a slot or a parameter, which the compiled catalog counts in 16 bits.
fn as_number(position: Option<usize>) -> u16 {
    position.and_then(|position| u16::try_from(position).ok()).expect("a number of the catalog")
}

fn of_slot(entry: Entry<'_>, slot: &Slot<'_>) -> Option<SlotValue<'static>> {
    let is_wait = slot.slot_type.is_wait();
    let is_plain = is_wait
        || matches!(
            slot.slot_type,
            SlotType::String | SlotType::Integer | SlotType::Number | SlotType::Boolean
        );
    if slot.is_optional && !is_plain || is_wait && entry.retry() != Some(Retry::AfterDelay) {
        return None;
    }
    if slot.is_timestamp() {
        return Some(SlotValue::from(MOMENT));
    }
    Some(of_type(slot.name, slot.slot_type))
}

const MOMENT: &str = "2026-01-31T12:00:00Z";

fn of_type(name: &str, slot_type: SlotType) -> SlotValue<'static> {
    match (name, slot_type) {
        ("method", SlotType::String) => SlotValue::from("POST"),
        (_, SlotType::Integer | SlotType::Number) => SlotValue::from(1),
        (_, SlotType::Boolean) => SlotValue::from(true),
        (_, SlotType::Array) => SlotValue::Json("[]".into()),
        (_, SlotType::Object) => SlotValue::Json("{}".into()),
        (_, SlotType::Delay) => SlotValue::from(30),
        (_, SlotType::Time) => SlotValue::from(MOMENT),
        (name, _) => SlotValue::from(format!("{{{name}}}")),
    }
}

/// An example of the catalog: a string without its quotes, anything else as it is.
fn of_json(example: &str) -> SlotValue<'static> {
    match serde_json::from_str(example) {
        Ok(serde_json::Value::String(text)) => SlotValue::from(text),
        _ => SlotValue::Json(example.into()),
    }
}
