//! The schema is of what is written, and of nothing else.

use api_error_catalog::{Catalog, Value};
use api_error_catalog_core::schema;
use api_error_catalog_tests::catalogs::{Hub2Code, ListedCode, PartnerCenterCode};
use jsonschema::Validator;

#[test]
fn the_schema_turns_other_bodies_down() {
    let schema = |catalog: &Catalog<'_>| {
        let schema = schema(catalog).parse::<Value>().expect("a schema is JSON");
        jsonschema::draft202012::new(&schema).expect("a schema")
    };
    let accepts = |validator: &Validator, body: &str| {
        validator.is_valid(&body.parse().unwrap_or_else(|error| panic!("{error}: {body}")))
    };

    let hub2 = schema(Hub2Code::CATALOG);
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

    let partner_center = schema(PartnerCenterCode::CATALOG);
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

    let listed = schema(ListedCode::CATALOG);
    let error = |end: &str| {
        format!(
            r#"{{"code":"c","text":["m"],"target":"t","more":{{"status":400}},"fixed":[{end}]}}"#
        )
    };
    let of = |end: &str| format!("[{}]", error(end));
    assert!(accepts(&listed, &of("null,true,1.50")));
    let (one, other) = (error("null,true,1.5"), error("null,true,1.5"));
    assert!(accepts(&listed, &format!("[{one},{other}]")));
    assert!(!accepts(&listed, &format!("[{one},null]")));
    for end in ["null,true", "null,true,1.5,1", "null,false,1.5", "0,true,1.5", "null,true,1"] {
        assert!(!accepts(&listed, &of(end)), "{end}");
    }
}
