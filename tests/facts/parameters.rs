//! Parameters with types and examples.

use api_error_catalog::{ApiErrorCatalog, Entry, Map, Parameter, SlotType, Value, json};

#[derive(ApiErrorCatalog)]
#[catalog("facts/receipts.toml")]
enum Receipts {}

fn parameters(entry: Entry<'_>) -> Vec<(&str, SlotType, Option<&str>)> {
    let listed = |Parameter { name, parameter_type, example, .. }| (name, parameter_type, example);
    entry.parameters().map(listed).collect()
}

#[test]
fn parameters_are_those_of_the_message_and_those_that_are_declared() {
    assert_eq!(
        parameters(ReceiptsCode::TooExpensive.entry()),
        [
            ("amount", SlotType::Integer, Some("100")),
            ("limit", SlotType::Number, Some("99.5")),
            ("tags", SlotType::Array, Some(r#"["a",{"b":true}]"#)),
            ("region", SlotType::Object, Some(r#"{"name":"eu"}"#)),
            ("note", SlotType::String, Some(r#""a \"note\"""#)),
        ]
    );
    assert_eq!(
        parameters(ReceiptsCode::FarTooExpensive.entry()),
        [
            ("amount", SlotType::Integer, Some("100")),
            ("limit", SlotType::Number, Some("1")),
            ("is_final", SlotType::Boolean, None),
        ]
    );
    assert_eq!(parameters(ReceiptsCode::Conflict.entry()), [("version", SlotType::String, None)]);
    let names = ["amount", "is_final", "limit", "note", "region", "tags", "version"];
    assert!(Receipts::CATALOG.parameters().eq(names));
}

#[test]
fn setters_take_the_declared_type() {
    let body = ReceiptsCode::TooExpensive.body().amount(7_u8).limit(0.5).tags(["a"]).note("b");
    assert_eq!(
        String::from_utf8_lossy(&body.to_json()),
        r#"{"code":"too-expensive","message":"7 is more than 0.5."}"#
    );
    let region = Map::from_iter([("name".to_owned(), json!("eu"))]);
    let body = ReceiptsCode::FarTooExpensive.body().is_final(true).region(region).locale("fr");
    assert_eq!(
        String::from_utf8_lossy(&body.to_json()),
        r#"{"code":"far-too-expensive","message":"… ne suffit pas pour ….","region":{"name":"eu"}}"#
    );
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("facts/receipts.toml")]
enum ReceiptError {
    TooExpensive {
        amount: u64,
        limit: f64,
        tags: Vec<String>,
        region: Map<String, Value>,
        note: String,
    },
    FarTooExpensive {
        amount: Option<i64>,
        limit: f64,
        is_final: bool,
    },
    Conflict {
        version: u32,
    },
}

#[test]
fn fields_have_the_declared_type() {
    let error = ReceiptError::FarTooExpensive { amount: Some(7), limit: 1.0, is_final: false };
    assert_eq!(error.to_string(), "7 is more than 1.0.");
    let error = ReceiptError::Conflict { version: 3 };
    assert_eq!(error.to_string(), "Version 3 came first.");
    let error = ReceiptError::TooExpensive {
        amount: 7,
        limit: 1.5,
        tags: vec!["a".to_owned()],
        region: Map::new(),
        note: "b".to_owned(),
    };
    assert_eq!(
        String::from_utf8_lossy(&error.body().to_json()),
        r#"{"code":"too-expensive","message":"7 is more than 1.5.","region":{}}"#
    );
}
