//! All parameters in one object, `{parameters}`.

use api_error_catalog::{Value, json};
use api_error_catalog_core::Body;
use api_error_catalog_model::{Side, compile, read_text};

use super::api::body;

const CATALOG: &str = r#"
[catalog]
name    = "parameters"
locales = ["en"]

[body.members]
code     = "{code}"
message  = "{message}"
"with?"  = "{parameters?}"
field    = "{field?}"

[code.too-large]
status  = 422
message = "{what} is larger than {most}."
set     = { field = "size" }

[code.too-large.parameters]
most  = { type = "integer", example = 5 }
exact = { type = "boolean" }

[code.bad-field]
status  = 422
message = "The field {field} is bad."
set     = { field = "form" }

[code.gone]
status  = 410
message = "It is gone."
"#;

#[test]
fn what_has_a_value_is_written_and_read() {
    let reading = read_text("parameters.toml", CATALOG, Side::Client);
    let encoded = compile(reading.catalog().expect("a catalog")).expect("a small catalog");
    let catalog = encoded.catalog();
    let json_of = |body: &Body<'_, '_>| -> Value {
        serde_json::from_slice(&body.to_json(None)).expect("JSON")
    };

    let large = catalog.from_code("too-large").expect("the code");
    let values =
        [("what", json!("\"x\" is larger than y")), ("most", json!(7)), ("exact", json!(true))];
    let json = json_of(&body(large, &values));
    let expected = json!({
        "code": "too-large",
        "message": "\"x\" is larger than y is larger than 7.",
        "with": { "what": "\"x\" is larger than y", "most": 7, "exact": true },
        "field": "size"
    });
    assert_eq!(json, expected);
    let answer = catalog.decode(422, json.to_string().as_bytes());
    assert_eq!(answer.parameter("what").as_deref(), Some("\"x\" is larger than y"));
    assert_eq!(answer.parameter("most").as_deref(), Some("7"));
    assert_eq!(answer.parameter_value("most").as_deref(), Some("7"));
    assert_eq!(answer.parameter_value("exact").as_deref(), Some("true"));
    assert_eq!(answer.parameter_value("none"), None);

    // Without the object, the message is taken apart.
    let answer = catalog.decode(422, br#"{"code":"too-large","message":"A is larger than 7."}"#);
    assert_eq!(answer.parameter_value("most").as_deref(), Some("7"));
    assert_eq!(answer.parameter_value("what").as_deref(), Some("\"A\""));
    assert_eq!(answer.parameter_value("exact"), None);

    // What the entry puts into a slot is the parameter of the same name.
    let bad = catalog.from_code("bad-field").expect("the code");
    let expected = json!({
        "code": "bad-field",
        "message": "The field form is bad.",
        "with": { "field": "form" },
        "field": "form"
    });
    assert_eq!(json_of(&Body::new(bad)), expected);
    let gone = catalog.from_code("gone").expect("the code");
    assert_eq!(json_of(&Body::new(gone)), json!({ "code": "gone", "message": "It is gone." }));
}
