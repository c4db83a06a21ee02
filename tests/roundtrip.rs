//! What is written is read back: for every catalog and every code, with whatever is in the slots.

use std::path::{Path, PathBuf};

use api_error_catalog::{CatalogCode, Decoded, Map, Value};
use api_error_catalog_model::template::{self, TemplatePart};
use api_error_catalog_model::{
    Disk, Node, Reading, ResolvedEntry, Side, Slot, SlotSource, SlotType, TextPiece,
};
use api_error_catalog_model::{read, schema};
use api_error_catalog_tests::catalogs::{
    Listed, ListedCode, Orders, OrdersCode, Problem, ProblemBase, ProblemBaseCode, ProblemCode,
    Wrapped, WrappedCode,
};
use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, Hub2, Hub2Code, PartnerCenter,
    PartnerCenterCode,
};
use jsonschema::Validator;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};

/// How many bodies are made of each code.
const CASES: u32 = 64;

/// What somebody puts into a body: into some slots, and into some of the message's placeholders.
#[derive(Clone, Debug)]
struct Case {
    locale: String,
    slots: Vec<(String, Value)>,
    parameters: Vec<(String, String)>,
}

impl Case {
    fn slot(&self, name: &str) -> Option<&Value> {
        self.slots.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }
}

// Values of every kind.

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
    if slot.source == SlotSource::Status {
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
fn cases(reading: &Reading, code: &ResolvedEntry) -> BoxedStrategy<Case> {
    let catalog = reading.partial_catalog();
    let is_free = |slot: &&Slot| match slot.source {
        SlotSource::Code | SlotSource::Type => false,
        SlotSource::Status => is_in_body(reading, code),
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
fn is_in_body(reading: &Reading, code: &ResolvedEntry) -> bool {
    reading.partial_catalog().shape.slots.iter().any(|slot| match slot.source {
        SlotSource::Code => code.is_sent,
        SlotSource::Type => code.type_uri.is_some(),
        _ => false,
    })
}

// What is to be found again.

/// Whether a slot that is set is written: it has to be in the object of the code, and what stands
/// beside it in the same string has to be there too.
fn is_written(reading: &Reading, code: &ResolvedEntry, case: &Case, slot: usize) -> bool {
    let shape = &reading.partial_catalog().shape;
    let is_there = |number: usize| {
        let slot = &shape.slots[number];
        slot.source != SlotSource::Caller || case.slot(&slot.name).is_some()
    };
    let is_nested = code.parent.is_some() && has(&shape.inner, slot, &|_| true);
    has(if is_nested { &shape.inner } else { &shape.members }, slot, &is_there)
}

fn has(node: &Node, slot: usize, is_there: &dyn Fn(usize) -> bool) -> bool {
    match node {
        Node::Object(members) => members.iter().any(|member| has(&member.node, slot, is_there)),
        Node::List(items) => items.iter().any(|item| has(item, slot, is_there)),
        Node::Slot(number) => *number == slot,
        Node::Text(pieces) => {
            pieces.contains(&TextPiece::Slot(slot))
                && pieces.iter().all(|piece| match piece {
                    TextPiece::Slot(number) => is_there(*number),
                    TextPiece::Fixed(_) => true,
                })
        }
        _ => false,
    }
}

/// A value as it travels; `None` where it does not.
fn travelling(slot: &Slot, value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if slot.slot_type == SlotType::String => {
            let length = text.chars().count();
            let most = slot.max_length.map_or(usize::MAX, |most| most as usize);
            if length < slot.min_length as usize {
                None
            } else {
                Some(Value::from(cut(text, most)))
            }
        }
        value => Some(value.clone()),
    }
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// A template with something for each placeholder.
fn filled<'v>(template: &str, text: impl Fn(&str) -> Option<&'v str>) -> String {
    let pieces = template::parts(template).expect("a template");
    let piece = |piece| match piece {
        TemplatePart::Text(text) => template::unescape(text),
        TemplatePart::Placeholder { name, .. } => text(name).unwrap_or("…").to_owned(),
    };
    pieces.into_iter().map(piece).collect()
}

/// Makes each text one that can be told from what stands around it.
///
/// A message is split by the template's words: a value ends where the words behind it first stand.
/// Where a value itself has them, or ends with their beginning, the split is another one; so is what
/// `…` stands for, a value or the lack of one.
fn make_plain(pieces: &[(String, String)], values: &mut [(String, String)]) {
    for (at, (name, words)) in pieces.iter().enumerate() {
        let Some((_, value)) = values.iter_mut().find(|(known, _)| known == name) else { continue };
        let is_last = at + 1 == pieces.len();
        let is_split =
            !is_last && format!("{value}{words}").find(words.as_str()) != Some(value.len());
        if is_split || value == "…" {
            "plain".clone_into(value);
        }
    }
}

/// The placeholders of a template, each with the words behind it.
fn words(template: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for piece in template::parts(template).expect("a template") {
        match piece {
            TemplatePart::Placeholder { name, .. } => parts.push((name.to_owned(), String::new())),
            TemplatePart::Text(text) => {
                if let Some((_, words)) = parts.last_mut() {
                    words.push_str(&template::unescape(text));
                }
            }
        }
    }
    parts
}

/// The same for the slots of strings that have several.
fn make_slots_plain(node: &Node, slots: &[Slot], case: &mut Case) {
    match node {
        Node::Object(members) => {
            for member in members {
                make_slots_plain(&member.node, slots, case);
            }
        }
        Node::List(items) => {
            for item in items {
                make_slots_plain(item, slots, case);
            }
        }
        Node::Text(pieces) => {
            for pair in pieces.windows(2).take(pieces.len().saturating_sub(2)) {
                let [TextPiece::Slot(slot), TextPiece::Fixed(words)] = pair else { continue };
                let value = case.slots.iter_mut().find(|(name, _)| *name == slots[*slot].name);
                if let Some((_, Value::String(value))) = value
                    && format!("{value}{words}").find(words) != Some(value.len())
                {
                    "plain".clone_into(value);
                }
            }
        }
        _ => {}
    }
}

/// A catalog, and the two ways between a case and its body.
struct Catalog<C> {
    reading: Reading,
    validator: Validator,
    write: fn(C, &Case) -> Vec<u8>,
    decode: fn(u16, &[u8]) -> Decoded<C>,
}

impl<C: CatalogCode> Catalog<C> {
    fn new(
        folder: &Path,
        file: &str,
        write: fn(C, &Case) -> Vec<u8>,
        decode: fn(u16, &[u8]) -> Decoded<C>,
    ) -> Self {
        let reading = read(&Disk::new(folder), file, Side::Client);
        assert!(!reading.has_errors(), "{file}");
        let schema: Value = serde_json::from_str(&schema(&reading.partial_catalog().shape))
            .expect("a schema is JSON");
        jsonschema::draft202012::meta::validate(&schema).expect("a schema by JSON Schema 2020-12");
        let validator = jsonschema::draft202012::new(&schema).expect("a schema");
        assert_eq!(C::ALL.len(), reading.partial_catalog().entries.len());
        Self { reading, validator, write, decode }
    }

    /// Runs a check on many bodies of each code.
    fn check(&self, check: impl Fn(&Self, C, &ResolvedEntry, Case)) {
        for (code, known) in C::ALL.iter().zip(&self.reading.partial_catalog().entries) {
            assert_eq!(code.as_str(), known.code);
            let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
            let run = TestRunner::new(config).run(&cases(&self.reading, known), |case| {
                check(self, *code, known, case);
                Ok(())
            });
            if let Err(error) = run {
                panic!("{} of {}: {error}", known.code, self.reading.partial_catalog().name);
            }
        }
    }

    /// Writes a body, holds it against the schema, and reads it.
    fn round_trip(&self, code: C, case: &Case) -> Decoded<C> {
        let json = (self.write)(code, case);
        let value: Value = serde_json::from_slice(&json).expect("JSON");
        if let Err(error) = self.validator.validate(&value) {
            panic!("{error} in {value}");
        }
        let status = case.slot("status").and_then(Value::as_u64);
        let status = status.map_or(code.status(), |status| status.try_into().expect("a status"));
        let decoded = (self.decode)(status, &json);
        assert_eq!(decoded.code(), Some(code));
        assert_eq!(decoded.status(), status);
        assert_eq!(decoded.json(), Some(value));
        decoded
    }

    fn all_comes_back(&self, code: C, known: &ResolvedEntry, mut case: Case) {
        let template = code.message(&case.locale);
        make_plain(&words(template), &mut case.parameters);
        let shape = &self.reading.partial_catalog().shape;
        make_slots_plain(&shape.members, &shape.slots, &mut case);
        make_slots_plain(&shape.inner, &shape.slots, &mut case);

        let decoded = self.round_trip(code, &case);
        for (number, slot) in shape.slots.iter().enumerate() {
            let is_written = is_written(&self.reading, known, &case, number);
            let value = case.slot(&slot.name).and_then(|value| travelling(slot, value));
            let found = decoded.slot(&slot.name);
            match (slot.source, value) {
                (_, Some(value)) if is_written => assert_eq!(found, Some(value), "{}", slot.name),
                (SlotSource::Caller, _) => assert_eq!(found, None, "{}", slot.name),
                (SlotSource::Status, None) if is_written => {
                    assert_eq!(found, Some(Value::from(code.status())));
                }
                (SlotSource::Code, None) => {
                    assert_eq!(found, known.is_sent.then(|| Value::from(code.as_str())));
                }
                (SlotSource::Type, None) => {
                    assert_eq!(found, known.type_uri.clone().map(Value::from));
                }
                _ => {}
            }
        }

        if case.slot("message").is_some() {
            return;
        }
        let message = filled(template, |name| case.parameter(name));
        assert_eq!(decoded.message().as_deref(), Some(&*cut(&message, self.most())));
        if message.chars().count() > self.most() {
            return;
        }
        for name in &known.placeholders {
            assert_eq!(decoded.parameter(name).as_deref(), case.parameter(name), "{name}");
        }
    }

    /// However a message is split, its pieces make it up.
    fn the_message_is_made_up_again(&self, code: C, known: &ResolvedEntry, mut case: Case) {
        case.slots.retain(|(name, _)| name != "message");
        let decoded = self.round_trip(code, &case);
        let message = filled(code.message(&case.locale), |name| case.parameter(name));
        assert_eq!(decoded.message().as_deref(), Some(&*cut(&message, self.most())));
        if message.chars().count() > self.most() {
            return;
        }
        let parameters: Vec<_> =
            known.placeholders.iter().map(|name| (name, decoded.parameter(name))).collect();
        let parameter = |name: &str| {
            parameters
                .iter()
                .find(|(known, _)| *known == name)
                .and_then(|(_, text)| text.as_deref())
        };
        assert_eq!(filled(code.message(&case.locale), parameter), message);
    }

    /// How long a message may be.
    fn most(&self) -> usize {
        let mut slots = self.reading.partial_catalog().shape.slots.iter();
        let message = slots.find(|slot| slot.source == SlotSource::Message);
        message.and_then(|slot| slot.max_length).map_or(usize::MAX, |most| most as usize)
    }
}

fn string(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}

fn array(value: &Value) -> Vec<Value> {
    value.as_array().expect("a list").clone()
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}

fn status(value: &Value) -> u16 {
    value.as_u64().and_then(|status| status.try_into().ok()).expect("a status")
}

fn number_of(value: &Value) -> serde_json::Number {
    value.as_number().expect("a number").clone()
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn boolean(value: &Value) -> bool {
    value.as_bool().expect("true or false")
}

fn shipped() -> PathBuf {
    api_error_catalog_tests::root().join("catalogs")
}

fn own() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("catalogs")
}

/// A module of tests for a catalog: its setters by name, each with what makes a value for it.
macro_rules! catalog {
    (
        $module:ident, $marker:ident, $codes:ident, $folder:ident, $file:literal,
        slots: [$($slot:ident: $make:expr),*], placeholders: [$($placeholder:ident),*]
    ) => {
        mod $module {
            use super::*;

            fn write(code: $codes, case: &Case) -> Vec<u8> {
                let mut body = code.body().locale(&case.locale);
                for (name, value) in &case.slots {
                    body = match name.as_str() {
                        $(stringify!($slot) => body.$slot($make(value)),)*
                        other => panic!("a setter for {other} has to be added to this test"),
                    };
                }
                $(
                    if let Some(text) = case.parameter(stringify!($placeholder)) {
                        body = body.$placeholder(text);
                    }
                )*
                let known: &[&str] = &[$(stringify!($placeholder)),*];
                for (name, _) in &case.parameters {
                    assert!(known.contains(&&**name), "{name} has to be added to this test");
                }
                body.to_json()
            }

            fn catalog() -> Catalog<$codes> {
                Catalog::new(&$folder(), $file, write, $marker::decode)
            }

            #[test]
            fn what_is_written_comes_back() {
                catalog().check(Catalog::all_comes_back);
            }

            #[test]
            fn any_message_is_made_up_again() {
                catalog().check(Catalog::the_message_is_made_up_again);
            }
        }
    };
}

catalog!(
    bictorys, Bictorys, BictorysCode, shipped, "bictorys.toml",
    slots: [status: status, message: string, source: string],
    placeholders: []
);
catalog!(
    partner_center, PartnerCenter, PartnerCenterCode, shipped, "partner-center.toml",
    slots: [message: string, details: array, target: string],
    placeholders: [name]
);
catalog!(
    generic_error, GenericError, GenericErrorCode, shipped, "generic-error.toml",
    slots: [
        status: status, message: string, reason: string, timestamp: string, method: string,
        uri: string
    ],
    placeholders: []
);
catalog!(
    hub2, Hub2, Hub2Code, shipped, "hub2.toml",
    slots: [status: status, message: string, request_id: string],
    placeholders: [merchant_id, account_type, transaction_id, account_id]
);
catalog!(
    orders, Orders, OrdersCode, own, "orders.toml",
    slots: [
        status: status, message: string, retries: number_of, ratio: float, is_final: boolean,
        tags: array, meta: object, extra: Value::clone, trace_id: string, method: string,
        uri: string, limit: number_of, odd_key: string
    ],
    placeholders: [order_id, refuser, item, size, price, name]
);
catalog!(
    wrapped, Wrapped, WrappedCode, own, "wrapped.toml",
    slots: [request_id: string, status: status, title: string, message: string, docs: string],
    placeholders: [field, most, least]
);
catalog!(
    listed, Listed, ListedCode, own, "listed.json",
    slots: [message: string, target: string, status: status, timestamp: string],
    placeholders: [name, age]
);
catalog!(
    problem, Problem, ProblemCode, own, "problem.toml",
    slots: [
        title: string, status: status, message: string, instance: string, balance: number_of,
        accounts: array, errors: array, trace_id: string
    ],
    placeholders: [path, current, cost, date]
);
catalog!(
    problem_base, ProblemBase, ProblemBaseCode, own, "problem-base.toml",
    slots: [title: string, status: status, message: string, instance: string],
    placeholders: [name, age]
);

/// The schema is of what is written, and of nothing else.
#[test]
fn the_schema_turns_other_bodies_down() {
    let schema = |folder: PathBuf, file| {
        let text = schema(&read(&Disk::new(folder), file, Side::Client).partial_catalog().shape);
        let schema = text.parse::<Value>().expect("a schema is JSON");
        jsonschema::draft202012::new(&schema).expect("a schema")
    };
    let accepts = |validator: &Validator, body: &str| {
        validator.is_valid(&body.parse().unwrap_or_else(|error| panic!("{error}: {body}")))
    };

    let hub2 = schema(shipped(), "hub2.toml");
    assert!(accepts(&hub2, r#"{"status":402,"code":"c","message":"m","request_id":"r"}"#));
    assert!(accepts(&hub2, r#"{"message":"m","code":"c","status":402}"#));
    for body in [
        "[]",
        "{}",
        r#"{"status":402,"code":"c"}"#,
        r#"{"status":"402","code":"c","message":"m"}"#,
        r#"{"status":402.5,"code":"c","message":"m"}"#,
        r#"{"status":402,"code":1,"message":"m"}"#,
        r#"{"status":402,"code":"c","message":"m","request_id":null}"#,
        r#"{"status":402,"code":"c","message":"m","more":1}"#,
    ] {
        assert!(!accepts(&hub2, body), "{body}");
    }

    let partner_center = schema(shipped(), "partner-center.toml");
    let nested =
        |inner: &str| format!(r#"{{"error":{{"code":"c","message":"m","innerError":{inner}}}}}"#);
    let inner = r#"{"code":"1","message":"m","details":null,"innerError":{"code":"2","message":"m","details":[{}]}}"#;
    assert!(accepts(&partner_center, &nested(inner)));
    for inner in [
        "null",
        "{}",
        r#"{"code":"1","message":"m"}"#,
        r#"{"code":"1","message":"","details":null}"#,
        r#"{"code":"1","message":"m","details":{}}"#,
        r#"{"code":"1","message":"m","details":null,"innerError":{"code":"2"}}"#,
    ] {
        assert!(!accepts(&partner_center, &nested(inner)), "{inner}");
    }
    for (length, is_valid) in [(1, true), (1024, true), (1025, false)] {
        let message = "é".repeat(length);
        let inner = format!(r#"{{"code":"1","message":"{message}","details":null}}"#);
        assert_eq!(accepts(&partner_center, &nested(&inner)), is_valid, "{length}");
    }

    let listed = schema(own(), "listed.json");
    let of = |end: &str| format!(r#"["c","m",null,{{"status":400}},{end}]"#);
    assert!(accepts(&listed, &of("null,true,1.50")));
    for end in ["null,true", "null,true,1.5,1", "null,false,1.5", "0,true,1.5", "null,true,1"] {
        assert!(!accepts(&listed, &of(end)), "{end}");
    }
}

#[test]
fn a_number_that_json_does_not_have_is_no_value() {
    for ratio in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let json = OrdersCode::Refused.body().ratio(ratio).to_json();
        let body: Value = serde_json::from_slice(&json).expect("JSON");
        assert_eq!(body.get("ratio"), None, "{ratio}");
    }
}
