//! What is put into bodies: generated values for slots and placeholders.

use api_error_catalog::Value;
use api_error_catalog_model::{Code, Filling, Reading, Slot, SlotType};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// What somebody puts into a body: into some slots, and into some of the message's placeholders.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) locale: String,
    pub(super) slots: Vec<(String, Value)>,
    pub(super) parameters: Vec<(String, String)>,
}

impl Case {
    pub(super) fn slot(&self, name: &str) -> Option<&Value> {
        self.slots.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
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
    "</script>",
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

fn integer() -> impl Strategy<Value = Value> {
    prop_oneof![any::<i64>().prop_map(Value::from), any::<u64>().prop_map(Value::from)]
}

fn json() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        integer(),
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

fn value(slot: &Slot) -> BoxedStrategy<Value> {
    if slot.filling == Filling::Status {
        return (100..=599_u16).prop_map(Value::from).boxed();
    }
    match slot.slot_type {
        SlotType::String => text().prop_map(Value::from).boxed(),
        SlotType::Integer => integer().boxed(),
        SlotType::Number => number().prop_map(Value::from).boxed(),
        SlotType::Boolean => any::<bool>().prop_map(Value::from).boxed(),
        SlotType::Array => vec(json(), 0..4).prop_map(Value::from).boxed(),
        SlotType::Object => btree_map(text(), json(), 0..4)
            .prop_map(|members| members.into_iter().collect())
            .boxed(),
        SlotType::Any => json(),
    }
}

/// What can be put into a body of a code. The code itself is what is to be found again, and is left
/// alone; so is the status where nothing but the status tells the code.
pub(super) fn cases(reading: &Reading, code: &Code) -> BoxedStrategy<Case> {
    let catalog = &reading.catalog;
    let is_free = |slot: &&Slot| match slot.filling {
        Filling::Code | Filling::Type => false,
        Filling::Status => is_in_body(reading, code),
        _ => true,
    };
    let mut slots = Just(Vec::new()).boxed();
    for slot in catalog.shape.slots.iter().filter(is_free) {
        let name = slot.name.clone();
        slots = (slots, option::of(value(slot)))
            .prop_map(move |(mut slots, value)| {
                slots.extend(value.map(|value| (name.clone(), value)));
                slots
            })
            .boxed();
    }
    let is_slot = |name: &String| catalog.shape.slots.iter().any(|slot| slot.name == *name);
    let names: Vec<_> =
        catalog.placeholders.iter().filter(|name| !is_slot(name)).cloned().collect();
    let parameters = vec(option::weighted(0.8, text()), names.len()).prop_map(move |texts| {
        let filled = names.iter().cloned().zip(texts);
        filled.filter_map(|(name, text)| Some((name, text?))).collect()
    });
    (select(catalog.locales.clone()), slots, parameters)
        .prop_map(|(locale, slots, parameters)| Case { locale, slots, parameters })
        .boxed()
}

/// Whether a body tells the code, be it by the code or by a problem type.
fn is_in_body(reading: &Reading, code: &Code) -> bool {
    reading.catalog.shape.slots.iter().any(|slot| match slot.filling {
        Filling::Code => code.is_sent,
        Filling::Type => code.type_uri.is_some(),
        _ => false,
    })
}
