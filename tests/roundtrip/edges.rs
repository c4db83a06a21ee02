//! Values and shapes at the edge of what there is.

use api_error_catalog::{SlotSource, Value, json};
use api_error_catalog_core::{Body, schema};
use api_error_catalog_model::{Reading, Side, compile, read_text};
use api_error_catalog_tests::catalogs::{Orders, OrdersCode, ProblemBaseCode};

fn reading(body: &str, codes: &str) -> Reading {
    let text =
        format!("[catalog]\nname = 'edge'\nlocales = ['en']\n[body.members]\n{body}\n{codes}");
    read_text("edge.toml", text, Side::Client)
}

#[test]
fn a_number_that_json_does_not_have_is_no_value() {
    for ratio in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let json = OrdersCode::Refused.body().ratio(ratio).to_json();
        let body: Value = serde_json::from_slice(&json).expect("JSON");
        assert_eq!(body.get("ratio"), None, "{ratio}");
    }
}

/// A number may have a fraction of zeros; a string is what it is.
#[test]
fn a_string_that_looks_like_a_number_is_read_as_it_is() {
    let decoded = Orders::decode(400, br#"{"code":4711.0}"#);
    assert_eq!(decoded.raw_code(), Some("4711"));
    assert_eq!(decoded.code(), Some(OrdersCode::Numbered));
    let decoded = Orders::decode(400, br#"{"code":"4711.0"}"#);
    assert_eq!(decoded.slot("code"), Some(json!("4711.0")));
    assert_eq!(decoded.raw_code(), Some("4711.0"));
    assert_eq!(decoded.code(), None);
    assert!(!decoded.is_code("4711"));
}

#[test]
fn values_that_nest_deeply_are_written_and_not_serialized() {
    let nested = |depth| (0..depth).fold(json!(1), |value, _| json!([value]));
    let value = nested(127);
    let body = OrdersCode::Refused.body().extra(&value);
    assert_eq!(serde_json::to_vec(&body).expect("JSON"), body.to_json());
    let value = nested(200);
    let body = OrdersCode::Refused.body().extra(&value);
    let error = serde_json::to_vec(&body).expect_err("too deep");
    assert!(error.to_string().starts_with("recursion limit exceeded"), "{error}");
    assert!(body.to_json().ends_with(b"]}"));
}

/// What was received may be no JSON. Lists and objects are as they were received.
#[test]
fn a_scalar_in_a_slot_is_json_text_or_nothing() {
    for body in [
        r#"{"final":txx}"#,
        r#"{"retries":-}"#,
        r#"{"retries":007}"#,
        r#"{"ratio":1.2.3}"#,
        r#"{"extra":fals}"#,
    ] {
        let answer = OrdersCode::CATALOG.decode(400, body.as_bytes());
        for slot in OrdersCode::CATALOG.slots() {
            let json = answer.slot(slot.name);
            let is_json = |json: &str| json.parse::<Value>().is_ok();
            assert!(json.as_deref().is_none_or(is_json), "{json:?} in {body}");
        }
    }
}

#[test]
fn the_schema_of_an_empty_list_is_a_schema() {
    let reading = reading("list = []\ncode = '{code}'", "[code.a]\nstatus = 400\nmessage = 'm'");
    let encoded = compile(reading.catalog().expect("a catalog")).expect("a small catalog");
    let schema: Value = schema(&encoded.catalog()).parse().expect("a schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema by JSON Schema 2020-12");
}

#[test]
fn a_fixed_number_is_one_that_parsers_read() {
    let reading = reading("n = 1e999\ncode = '{code}'", "[code.a]\nstatus = 400\nmessage = 'm'");
    if let Some(catalog) = reading.catalog() {
        let encoded = compile(catalog).expect("a small catalog");
        let opened = encoded.catalog();
        let json = Body::new(opened.entry(0)).to_json(None);
        serde_json::from_slice::<Value>(&json).expect("JSON that is read");
    }
}

/// Where the nested object does not nest, it has no place for the third level; where it is not in the
/// body, there is none for the second. The code would be lost, and the message be that of another.
#[test]
fn no_code_is_lost_for_want_of_a_nested_object_in_silence() {
    let codes = "[code.a]\nstatus = 400\nmessage = 'm'\n[code.b]\nparent = 'a'\n\
                 [code.c]\nparent = 'b'\nmessage = 'c'";
    for inner in ["", "inner = '{inner?}'"] {
        let body = format!(
            "code = '{{code}}'\nmessage = '{{message}}'\n{inner}\n\
                            [body.inner]\ncode = '{{code}}'"
        );
        every_code_is_told(&reading(&body, codes));
    }
}

/// So are codes that are deeper than answers are read.
#[test]
fn no_code_is_deeper_than_answers_are_read() {
    let mut codes = "[code.c0]\nstatus = 400\nmessage = 'm'\n".to_owned();
    for number in 1..100 {
        codes += &format!("[code.c{number}]\nparent = 'c{}'\n", number - 1);
    }
    let body = "code = '{code}'\ninner = '{inner?}'\n\
                [body.inner]\ncode = '{code}'\ninner = '{inner?}'";
    every_code_is_told(&reading(body, &codes));
}

/// Either there is a diagnostic, or the body of every entry tells it.
fn every_code_is_told(reading: &Reading) {
    let Some(catalog) = reading.catalog().filter(|_| reading.diagnostics.is_empty()) else {
        return;
    };
    assert!(catalog.shape.slots.iter().any(|slot| slot.source == SlotSource::Code));
    let encoded = compile(catalog).expect("a small catalog");
    let opened = encoded.catalog();
    for entry in opened.codes() {
        let json = Body::new(entry).to_json(None);
        let answer = opened.decode(entry.status(), &json);
        assert_eq!(answer.entry(), Some(entry), "{}", String::from_utf8_lossy(&json));
    }
}

fn message_of(body: &str, codes: &str, code: &str) -> (String, Value) {
    let reading = reading(body, codes);
    let encoded = compile(reading.catalog().expect("a catalog")).expect("a small catalog");
    let catalog = encoded.catalog();
    let body = Body::new(catalog.from_code(code).expect("the code"));
    let json = serde_json::from_slice(&body.to_json(None)).expect("JSON");
    (body.message().to_string(), json)
}

/// What `Display` says of an error is in its body too.
#[test]
fn a_message_is_not_lost_where_the_nested_object_has_no_place_for_it() {
    let (message, json) = message_of(
        "code = '{code}'\nmessage = '{message}'\ninner = '{inner?}'\n[body.inner]\ncode = '{code}'",
        "[code.a]\nstatus = 400\nmessage = 'outer'\n[code.b]\nparent = 'a'\nmessage = 'inner'",
        "b",
    );
    assert_eq!(message, "inner");
    assert_eq!(json, json!({ "code": "a", "message": "inner", "inner": { "code": "b" } }));
}

#[test]
fn an_integer_may_be_written_with_a_fraction_of_zeros() {
    let decoded = Orders::decode(400, br#"{"retries":20404.0}"#);
    assert_eq!(decoded.slot("retries"), Some(json!(20404)));
    let decoded = Orders::decode(400, br#"{"retries":20404.5}"#);
    assert_eq!(decoded.slot("retries"), None);
}

#[test]
fn an_empty_inner_code_is_no_code() {
    let reading = reading(
        "code = '{code}'\ninner = '{inner?}'\n[body.inner]\ncode = '{code}'",
        "[code.a]\nstatus = 400\nmessage = 'a'\n[code.b]\nparent = 'a'",
    );
    let encoded = compile(reading.catalog().expect("a catalog")).expect("a small catalog");
    let catalog = encoded.catalog();
    let answer = catalog.decode(400, br#"{"code":"new","inner":{"code":""}}"#);
    assert_eq!((answer.entry(), answer.raw_code()), (None, Some("new")));
    assert!(!answer.is_code(""));
}

/// A problem type is compared with those of the catalog once, not code by code.
#[test]
fn a_long_relative_problem_type_is_of_no_code() {
    let path = "/a".repeat(100_000);
    let body = format!(r#"{{"type":"{path}","code":"bad-age"}}"#);
    let answer = ProblemBaseCode::CATALOG.decode(400, body.as_bytes());
    assert_eq!(answer.raw_code(), Some(&*path));
    assert_eq!(answer.entry(), Some(ProblemBaseCode::BadAge.entry()));
}

/// Elements and nested objects in each other, as deep as a body can be, are read as far as entries nest.
#[test]
fn a_body_that_nests_deeply_is_read_to_a_limit() {
    let reading = reading(
        "code = '{code}'\ninner = '{inner?}'\n[body.inner]\ncode = '{code}'\n\
         more = [{ code = '{code}', inner = '{inner?}' }]\ninner = '{inner?}'",
        "[code.a]\nstatus = 400\nmessage = 'm'\n[code.b]\nparent = 'a'\nmessage = 'm'",
    );
    let encoded = compile(reading.catalog().expect("a catalog")).expect("a small catalog");
    let catalog = encoded.catalog();
    for entry in catalog.codes() {
        let json = Body::new(entry).to_json(None);
        assert_eq!(catalog.decode(400, &json).entry(), Some(entry));
    }
    let more = r#"{"code":"a","inner":{"code":"b","more":["#;
    let body = more.repeat(5_000) + &"]}}".repeat(5_000);
    assert!(body.len() < api_error_catalog::BODY_LIMIT);
    let answer = catalog.decode(400, body.as_bytes());
    assert!(answer.errors().len() < 100, "{}", answer.errors().len());
    assert!(answer.is_code("b"));
}
