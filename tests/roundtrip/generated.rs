//! Bodies of generated shapes: objects, lists and strings in each other, with any slot anywhere.

use std::rc::Rc;

use api_error_catalog::Value;
use api_error_catalog_core::{Prefixes, schema};
use api_error_catalog_model::{ResolvedCatalog, Side, compile, read_text};
use api_error_catalog_tests::case::{Case, cases};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, json};

use super::expected::Expected;

/// The slots of the generated shapes, as one takes them from a hat: each is in an object once.
const SLOTS: [&str; 22] = [
    "status",
    "code",
    "message",
    "title",
    "description",
    "action",
    "retry",
    "reason",
    "docs",
    "problem_type",
    "details",
    "target",
    "request_id",
    "count",
    "ratio",
    "flag",
    "extra",
    "map",
    "short",
    "long",
    "who",
    "number",
];

/// A part of a shape before its slots have names.
#[derive(Clone, Debug)]
enum Part {
    Slot { is_optional: bool },
    Text(Vec<(String, bool)>),
    Fixed(Value),
    Inner { is_optional: bool },
    List(Vec<Part>),
    Object(Vec<(bool, Part)>),
}

fn part() -> impl Strategy<Value = Part> {
    let piece = (select(vec!["", " ", "a ", "\"", "{{", "}}é", "[["]), any::<bool>());
    let piece = piece.prop_map(|(text, is_optional)| (text.to_owned(), is_optional));
    let fixed = vec![json!(null), json!(true), json!(1.5), json!(-3), json!("a \"b\""), json!("")];
    let leaf = prop_oneof![
        6 => any::<bool>().prop_map(|is_optional| Part::Slot { is_optional }),
        2 => prop::collection::vec(piece, 1..4).prop_map(Part::Text),
        1 => select(fixed).prop_map(Part::Fixed),
        1 => any::<bool>().prop_map(|is_optional| Part::Inner { is_optional }),
    ];
    leaf.prop_recursive(4, 24, 6, |part| {
        prop_oneof![
            1 => prop::collection::vec(part.clone(), 0..4).prop_map(Part::List),
            3 => object(part),
        ]
    })
}

fn object(part: impl Strategy<Value = Part>) -> impl Strategy<Value = Part> {
    prop::collection::vec((any::<bool>(), part), 0..6).prop_map(Part::Object)
}

/// A part as a catalog writes it. Where no slot is left, it is a string.
fn written(part: &Part, nests: bool, slots: &mut Vec<&'static str>) -> Value {
    let mut slot = |is_optional: bool| {
        let optional = if is_optional { "?" } else { "" };
        slots.pop().map_or_else(|| "none".to_owned(), |slot| format!("{{{slot}{optional}}}"))
    };
    match part {
        Part::Slot { is_optional } => slot(*is_optional).into(),
        Part::Text(pieces) => {
            let pieces = pieces.iter();
            pieces.map(|(text, is_optional)| text.clone() + &slot(*is_optional)).collect::<String>()
        }
        .into(),
        Part::Fixed(value) => value.clone(),
        Part::Inner { is_optional: true } if nests => "{inner?}".into(),
        Part::Inner { .. } if nests => "{inner}".into(),
        Part::Inner { .. } => "no inner".into(),
        Part::List(parts) => parts.iter().map(|part| written(part, nests, slots)).collect(),
        Part::Object(parts) => {
            let member = |(at, (is_optional, part)): (usize, &(bool, Part))| {
                let is_nested = matches!(part, Part::List(_) | Part::Object(_));
                let optional = if *is_optional && is_nested { "?" } else { "" };
                (format!("m{at}\"{optional}"), written(part, nests, slots))
            };
            Value::Object(parts.iter().enumerate().map(member).collect())
        }
    }
}

/// Catalogs without errors that have the same entries and any shape.
fn catalogs() -> impl Strategy<Value = Rc<ResolvedCatalog>> {
    let slots = || Just(SLOTS.to_vec()).prop_shuffle();
    let object = || object(part());
    let shape = (object(), slots(), prop::option::of((object(), slots())));
    shape.prop_filter_map("a catalog without errors", |(members, mut slots, inner)| {
        let nests = inner.is_some();
        let mut body = Map::new();
        body.insert("members".into(), written(&members, nests, &mut slots));
        if let Some((inner, mut slots)) = inner {
            body.insert("inner".into(), written(&inner, nests, &mut slots));
        }
        body.insert("slots".into(), SLOT_TYPES.parse().expect("JSON"));
        let mut catalog: Map<String, Value> = serde_json::from_str(ENTRIES).expect("JSON");
        catalog.insert("body".into(), body.into());
        let text = Value::from(catalog).to_string();
        let reading = read_text("generated.json", text, Side::Client);
        reading.catalog().cloned().map(Rc::new)
    })
}

const SLOT_TYPES: &str = r#"{
    "count": { "type": "integer" },
    "ratio": { "type": "number" },
    "flag": { "type": "boolean" },
    "extra": { "type": "any" },
    "map": { "type": "object" },
    "short": { "type": "string", "max_length": 3 },
    "long": { "type": "string", "min_length": 4 },
    "number": { "type": "string", "min_length": 1, "max_length": 1 },
    "title": { "max_length": 5 },
    "message": { "min_length": 2 },
    "action": { "min_length": 12 }
}"#;

/// Codes of every level, one that is not sent, one with a problem type, and one with nothing to say.
const ENTRIES: &str = r#"{
    "catalog": { "name": "generated", "locales": ["en", "fr"] },
    "status": {
        "404": { "variant": "NotFound", "message": { "en": "Nothing.", "fr": "Rien." } },
        "409": {
            "code": "conflict", "retry": "never", "docs": "https://api.example/409",
            "title": { "en": "Conflict", "fr": "Conflit" },
            "action": { "en": "Wait.", "fr": "Attendez un peu." }
        }
    },
    "code": {
        "outer": {
            "status": 400, "retry": "after-change",
            "message": { "en": "{who} \"sent\" {what}.", "fr": "{what} {{de}} {who}." },
            "action": { "en": "Correct it at once.", "fr": "Corrigez." }
        },
        "middle": { "parent": "outer", "message": { "en": "A", "fr": "É" } },
        "deepest": {
            "parent": "middle", "status": 410, "type": "https://api.example/deepest",
            "title": { "en": "Deep", "fr": "Profond" },
            "message": { "en": "{count} of {what}", "fr": "{count} {what}" }
        },
        "blank": { "parent": "conflict", "type": "about:blank" }
    }
}"#;

fn catalogs_and_cases() -> impl Strategy<Value = (Rc<ResolvedCatalog>, Case)> {
    catalogs().prop_flat_map(|catalog| {
        let cases = cases(&catalog);
        (Just(catalog), cases)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500,
        failure_persistence: None,
        max_local_rejects: 1 << 20,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_body_of_any_shape_is_what_the_shape_says((resolved, case) in catalogs_and_cases()) {
        let encoded = compile(&resolved).expect("a small catalog");
        let catalog = encoded.catalog();
        let schema = schema(&catalog).parse::<Value>().expect("a schema is JSON");
        let validator = jsonschema::draft202012::new(&schema).expect("a schema");
        for (entry, known) in catalog.codes().zip(&resolved.entries) {
            let body = case.body(entry);
            let json = body.to_json(None);
            let value: Value = serde_json::from_slice(&json).expect("JSON");
            prop_assert_eq!(&value, &Expected::new(&resolved, known, &case).body(), "{}", known.code);
            prop_assert_eq!(body.to_json(Some(&Prefixes::open(&encoded.prefixes))), json.clone());
            if let Err(error) = validator.validate(&value) {
                prop_assert!(false, "{} in {}", error, value);
            }
            let answer = catalog.decode(entry.status(), &json);
            for slot in catalog.slots() {
                let value = answer.slot(slot.name);
                prop_assert!(value.is_none_or(|json| json.parse::<Value>().is_ok()), "{}", slot.name);
            }
        }
    }
}
