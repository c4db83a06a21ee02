//! What is put into bodies: generated values for slots and parameters.

use std::borrow::Cow;
use std::collections::BTreeSet;

use api_error_catalog::{Entry, Integer};
use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::slot::{SlotDef, SlotSource, SlotType};
use api_error_catalog_core::{Body, Finite, SlotValue, template};
use api_error_catalog_model::{ResolvedCatalog, ResolvedEntry};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// What somebody puts into a body: into some slots, and into some of the message's placeholders.
#[derive(Clone, Debug)]
pub struct Case {
    /// One of the catalog's locales.
    pub locale: String,
    /// Slots that are set, by name.
    pub slots: Vec<(String, Value)>,
    /// Parameters that are set, by name; none is called as a slot is.
    pub parameters: Vec<(String, String)>,
}

impl Case {
    /// The value that a slot is set to.
    pub fn slot(&self, name: &str) -> Option<&Value> {
        self.slots.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The text that stands for a placeholder of the message: its own, or that of the slot of the same
    /// name.
    pub fn parameter(&self, name: &str) -> Option<Cow<'_, str>> {
        let own = self.parameters.iter().find(|(known, _)| known == name);
        own.map(|(_, text)| Cow::Borrowed(text.as_str())).or_else(|| self.slot(name).map(text_of))
    }

    /// The body of an entry, set by the numbers of slots and parameters, as programs write it that
    /// compile the catalog at run time.
    ///
    /// # Panics
    ///
    /// Where the entry's catalog lacks a slot or a parameter, or has another type for it.
    pub fn body<'b>(&self, entry: Entry<'b>) -> Body<'b, 'b> {
        let catalog = entry.catalog();
        let mut body = Body::new(entry);
        body.set_locale(&self.locale);
        for (name, value) in &self.slots {
            let slot = (0..).zip(catalog.slots()).find(|(_, slot)| slot.name == *name);
            let (number, slot) = slot.expect("a slot");
            let value = match slot.slot_type {
                _ if slot.source == SlotSource::Status => SlotValue::from(status(value)),
                SlotType::String => SlotValue::from(value.as_str().expect("text").to_owned()),
                SlotType::Integer => SlotValue::Integer(integer(value)),
                SlotType::Number => {
                    SlotValue::Number(value.as_f64().and_then(Finite::new).expect("a number"))
                }
                SlotType::Boolean => SlotValue::from(value.as_bool().expect("true or false")),
                SlotType::Delay | SlotType::Time => match value {
                    Value::String(text) => SlotValue::from(text.clone()),
                    value if value.is_f64() => {
                        SlotValue::Number(value.as_f64().and_then(Finite::new).expect("a number"))
                    }
                    value => SlotValue::Integer(integer(value)),
                },
                _ => SlotValue::Json(value.to_string().into()),
            };
            body.set_slot(number, Some(value));
        }
        for (name, text) in &self.parameters {
            let parameter = (0..).zip(catalog.parameters()).find(|(_, known)| known == name);
            let (number, _) = parameter.expect("a parameter");
            body.set_parameter(number, Some(SlotValue::from(text.clone())));
        }
        body
    }
}

/// The status that a value is.
///
/// # Panics
///
/// Where it is none.
pub fn status(value: &Value) -> u16 {
    value.as_u64().and_then(|status| status.try_into().ok()).expect("a status")
}

/// The whole number that a value is.
///
/// # Panics
///
/// Where it is none.
pub fn integer(value: &Value) -> Integer {
    let signed = || value.as_i64().map(Integer::from);
    value.as_u64().map(Integer::from).or_else(signed).expect("a whole number")
}

/// A value inside of a string: a string as it is, anything else as JSON.
pub fn text_of(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        value => Cow::Owned(value.to_string()),
    }
}

/// What texts are prone to stumble over, a catalog's own words included.
const ODD: &[&str] = &[
    "\"",
    "\\",
    "/",
    "\0",
    "\n",
    "\r\n",
    "\t",
    "\u{8}",
    "\u{c}",
    "\u{1f}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "😀",
    "e\u{301}",
    "…",
    "{",
    "}",
    "{name}",
    "{{",
    " ",
    ".",
    " of ",
    " was refused by ",
    "\\u0000",
    "\"}",
    "null",
    "1.0",
    "</script>",
];

/// Moments that have long passed, or are further away than any delay, whatever the clock says.
const TIMES: [&str; 4] = [
    "1994-11-06T08:49:37Z",
    "2999-12-31T23:59:59.5+01:00",
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Tue, 31 Dec 2999 23:59:59 GMT",
];

fn text() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![any::<char>().prop_map(String::from), select(ODD).prop_map(String::from)];
    prop_oneof![
        8 => vec(piece, 0..12).prop_map(|pieces| pieces.concat()),
        1 => Just("…".to_owned()),
        // Longer than any limit there is.
        1 => (1_020..1_030_usize).prop_map(|length| "é\"".repeat(length / 2) + &"x".repeat(length % 2)),
    ]
}

/// Eighths, which binary and decimal digits both write exactly: `serde_json` is not built to read
/// every other number to the last bit.
fn number() -> impl Strategy<Value = f64> {
    any::<i32>().prop_map(|eighths| f64::from(eighths) / 8.0)
}

fn any_integer() -> impl Strategy<Value = Value> {
    prop_oneof![any::<i64>().prop_map(Value::from), any::<u64>().prop_map(Value::from)]
}

fn json() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any_integer(),
        number().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(text(), inner, 0..4).prop_map(|members| members.into_iter().collect()),
        ]
    })
    .boxed()
}

fn value(slot: &SlotDef) -> BoxedStrategy<Value> {
    if slot.source == SlotSource::Status {
        return (100..=599_u16).prop_map(Value::from).boxed();
    }
    match slot.slot_type {
        SlotType::Integer => any_integer().boxed(),
        SlotType::Number => number().prop_map(Value::from).boxed(),
        SlotType::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        SlotType::Array => vec(json(), 0..4).prop_map(Value::from).boxed(),
        SlotType::Object => btree_map(text(), json(), 0..4)
            .prop_map(|members| members.into_iter().collect())
            .boxed(),
        SlotType::Any => {
            json().prop_filter("`null` leaves the slot as it is", |value| !value.is_null()).boxed()
        }
        SlotType::Delay => prop_oneof![
            any::<u32>().prop_map(Value::from),
            (any::<u16>(), 1..8_u8)
                .prop_map(|(seconds, eighths)| f64::from(seconds) + f64::from(eighths) / 8.0)
                .prop_map(Value::from),
        ]
        .boxed(),
        SlotType::Time => prop_oneof![
            select(&TIMES[..]).prop_map(Value::from),
            (0..100_000_u64).prop_map(Value::from)
        ]
        .boxed(),
        _ => text().prop_map(Value::from).boxed(),
    }
}

/// Whatever can be put into a body of an entry, its code and its problem type included.
pub fn cases(catalog: &ResolvedCatalog) -> BoxedStrategy<Case> {
    cases_of(catalog, |_| true)
}

/// What can be put into a body of an entry so that the body still tells the entry: neither the code
/// nor the problem type, nor the status where nothing else tells the entry.
pub fn telling_cases(catalog: &ResolvedCatalog, entry: &ResolvedEntry) -> BoxedStrategy<Case> {
    cases_of(catalog, |slot| match slot.source {
        SlotSource::Code | SlotSource::ProblemType => false,
        SlotSource::Status => is_told_by_the_body(catalog, entry),
        _ => true,
    })
}

fn cases_of(catalog: &ResolvedCatalog, is_free: impl Fn(&SlotDef) -> bool) -> BoxedStrategy<Case> {
    let mut slots = Just(Vec::new()).boxed();
    // A slot that names several levels has one setter.
    let mut names = BTreeSet::new();
    for slot in catalog.shape.slots.iter().filter(|slot| is_free(slot)) {
        if !names.insert(&slot.name) {
            continue;
        }
        let name = slot.name.clone();
        slots = (slots, option::of(value(slot)))
            .prop_map(move |(mut slots, value)| {
                slots.extend(value.map(|value| (name.clone(), value)));
                slots
            })
            .boxed();
    }
    let is_slot = |name: &&str| catalog.shape.slots.iter().any(|slot| slot.name == *name);
    let names: BTreeSet<_> = catalog.entries.iter().flat_map(placeholders).collect();
    let names: Vec<_> =
        names.into_iter().filter(|name| !is_slot(name)).map(str::to_owned).collect();
    let parameters = vec(option::weighted(0.8, text()), names.len()).prop_map(move |texts| {
        let filled = names.iter().cloned().zip(texts);
        filled.filter_map(|(name, text)| Some((name, text?))).collect()
    });
    (select(catalog.locales.clone()), slots, parameters)
        .prop_map(|(locale, slots, parameters)| Case { locale, slots, parameters })
        .boxed()
}

/// The placeholders of an entry's message.
pub fn placeholders(entry: &ResolvedEntry) -> BTreeSet<&str> {
    let message = entry.facts.texts[TextFact::Message].iter();
    let texts = message.flat_map(|message| &message.value);
    texts.flat_map(|text| template::placeholders(text)).collect()
}

/// Whether a body tells the entry, be it by the code or by a problem type.
fn is_told_by_the_body(catalog: &ResolvedCatalog, entry: &ResolvedEntry) -> bool {
    catalog.shape.slots.iter().any(|slot| match slot.source {
        SlotSource::Code => entry.is_sent,
        SlotSource::ProblemType => entry.problem_type.is_some(),
        _ => false,
    })
}
