//! The members of a body: their types, their order, those that are missing, unknown or there twice.

use api_error_catalog::{Value, json};
use api_error_catalog_tests::catalogs::OrdersCode;
use api_error_catalogs::{Hub2, PartnerCenter, PartnerCenterCode};

use super::{read, slot};

#[test]
fn another_type_is_understood_where_the_catalog_says_so_and_only_there() {
    assert_eq!(slot(r#"{"status":400}"#, "status"), Some(json!(400)));
    assert_eq!(slot(r#"{"status":"400"}"#, "status"), Some(json!("400")));
    let decoded = read(400, r#"{"code":4711}"#);
    assert_eq!(decoded.code(), Some(OrdersCode::Numbered));
    assert_eq!(decoded.raw_code(), Some("4711"));
    assert_eq!(decoded.slot("code"), Some(json!(4711)));
    // A code or a number is read in digits and in quotes, whatever the catalog says; a text or a
    // status is not.
    let decoded = PartnerCenter::decode(400, br#"{"error":{"code":99901}}"#);
    assert_eq!(
        (decoded.code(), decoded.raw_code()),
        (Some(PartnerCenterCode::InvalidInput), Some("99901"))
    );
    assert_eq!(Hub2::decode(400, br#"{"status":"400"}"#).slot("status"), None);
    assert_eq!(slot(r#"{"retries":"3"}"#, "retries"), Some(json!(3)));
    assert_eq!(slot(r#"{"message":3}"#, "message"), None);
}

#[test]
fn a_string_where_an_object_is_documented_is_its_code_or_its_message() {
    let decoded = read(400, r#""refused""#);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    let decoded = read(400, r#""No such order.""#);
    assert_eq!((decoded.code(), decoded.message().as_deref()), (None, Some("No such order.")));
}

#[test]
fn a_value_of_the_wrong_type_is_as_good_as_absent() {
    let values = ["null", "true", "-1", "1.5", "1e3", "\"1\"", "[1]", "{\"a\":1}"];
    let right: [(&str, &str, &[&str]); 9] = [
        ("status", "status", &["-1", "\"1\""]),
        ("code", "code", &["-1", "\"1\""]),
        ("message", "message", &["\"1\""]),
        ("retries", "retries", &["-1", "\"1\""]),
        ("ratio", "ratio", &["-1", "1.5", "1e3", "\"1\""]),
        ("final", "is_final", &["true"]),
        ("tags", "tags", &["[1]"]),
        ("meta", "meta", &["{\"a\":1}"]),
        ("extra", "extra", &["true", "-1", "1.5", "1e3", "\"1\"", "[1]", "{\"a\":1}"]),
    ];
    for (key, name, right) in right {
        for value in values {
            let body = format!(r#"{{"{key}":{value},"inner":{{}}}}"#);
            // In a slot for numbers, digits in quotes are a number.
            let is_number = matches!(key, "retries" | "ratio");
            let json = if is_number { value.trim_matches('"') } else { value };
            let expected = right.contains(&value).then(|| json.parse().expect("JSON"));
            assert_eq!(slot(&body, name), expected, "{body}");
            // An ill-typed member changes nothing about the others.
            let body = format!(r#"{{"{key}":{value},"trace":"trace \"t\"/é"}}"#);
            assert_eq!(slot(&body, "trace_id"), Some(json!("t")), "{body}");
        }
    }
    for body in [r#"{"code":["refused"]}"#, r#"{"code":{"code":"refused"}}"#, r#"{"code":true}"#] {
        assert_eq!(read(400, body).raw_code(), None, "{body}");
    }
    for inner in ["null", "[]", "1", "\"refused\"", "[{\"code\":\"size-gone\"}]"] {
        let decoded = read(400, &format!(r#"{{"inner":{inner},"code":"refused"}}"#));
        assert_eq!(decoded.code(), Some(OrdersCode::Refused), "{inner}");
    }
}

/// A deeper member of the wrong type does not hide the one around it.
#[test]
fn a_wrong_type_inside_leaves_what_is_around() {
    let body = r#"{"code":"refused","message":"m","tags":[1],"inner":{"code":[],"message":null,
        "tags":{}}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.message().as_deref(), Some("m"));
    assert_eq!(decoded.slot("tags"), Some(json!([1])));
}

#[test]
fn missing_and_extra_members_and_other_orders_do_no_harm() {
    let decoded = read(
        400,
        r#" { "new" : {"code":"4711","x":[{"message":"no"}]} , "inner" : {"new":1,"code":"out-of-stock"},
           "help":"https://x", "code":"refused" } "#,
    );
    assert_eq!(decoded.code(), Some(OrdersCode::OutOfStock));
    assert_eq!(decoded.message(), None);
    assert_eq!(decoded.slot("status"), None);
    let json = decoded.json().expect("JSON");
    assert_eq!(json["help"], "https://x");
    assert_eq!(json["new"]["x"][0]["message"], "no");
    assert_eq!(json["inner"]["new"], 1);
}

#[test]
fn every_slot_is_found_by_its_name() {
    let body = r#"{"status":404,"code":"refused","message":"m","retries":3,"ratio":0.5,"final":false,
        "tags":["a"],"meta":{"k":null},"extra":"x","trace":"trace \"t-1\"/é","call":"GET /a b",
        "limit":"at most 12 a day","ke\"y é":"odd"}"#;
    for (name, value) in [
        ("status", json!(404)),
        ("code", json!("refused")),
        ("message", json!("m")),
        ("retries", json!(3)),
        ("ratio", json!(0.5)),
        ("is_final", json!(false)),
        ("tags", json!(["a"])),
        ("meta", json!({ "k": null })),
        ("extra", json!("x")),
        ("trace_id", json!("t-1")),
        ("method", json!("GET")),
        ("uri", json!("/a b")),
        ("limit", json!(12)),
        ("odd_key", json!("odd")),
    ] {
        assert_eq!(slot(body, name), Some(value), "{name}");
    }
    for none in ["", "inner", "final", "trace", "Status", "order_id", "details"] {
        assert_eq!(slot(body, none), None, "{none}");
    }
}

#[test]
fn a_slot_with_text_around_it_is_read_from_between() {
    let trace = |text: &str| slot(&format!(r#"{{"trace":"{text}"}}"#), "trace_id");
    assert_eq!(trace(r#"trace \"a\"/é"#), Some(json!("a")));
    assert_eq!(trace(r#"trace \"\"/é"#), Some(json!("")));
    assert_eq!(trace(r#"trace \"a\"/é\"/é"#), Some(json!("a\"/é")));
    // However the text is escaped.
    assert_eq!(trace(r"trace \u0022a\u000a\u0022\/\u00e9"), Some(json!("a\n")));
    for other in
        ["", "trace", r#"trace \""#, r#"trace \"/é"#, r#"Trace \"a\"/é"#, r#"trace \"a\"/é "#]
    {
        // What is none of that is kept whole.
        let text: Value = format!("\"{other}\"").parse().expect("JSON");
        assert_eq!(trace(other), Some(text), "{other}");
    }
    assert_eq!(slot(r#"{"trace":["trace \"a\"/é"]}"#, "trace_id"), None);
    // What is no number is of the wrong type there, too.
    assert_eq!(slot(r#"{"limit":"at most 7 a day"}"#, "limit"), Some(json!(7)));
    assert_eq!(slot(r#"{"limit":"at most some a day"}"#, "limit"), None);
    assert_eq!(slot(r#"{"limit":"at most  a day"}"#, "limit"), None);
}

#[test]
fn of_a_member_that_is_there_twice_the_last_counts() {
    let body = r#"{"code":"4711","code":"refused","message":"a","message":"b"}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.message().as_deref(), Some("b"));
    assert_eq!(decoded.json().expect("JSON")["message"], "b");
    assert_eq!(read(400, r#"{"code":"4711","c\u006fde":"refused"}"#).raw_code(), Some("refused"));
    // All of the first is gone, not only what the second has too.
    let body = r#"{"code":"refused","inner":{"code":"out-of-stock","tags":[1],
        "inner":{"code":"size-gone"}},"inner":{"message":"m"}}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::Refused));
    assert_eq!(decoded.slot("tags"), None);
    assert_eq!(decoded.message().as_deref(), Some("m"));
    for last in ["null", "7.5", "[]"] {
        let decoded = read(400, &format!(r#"{{"message":"a","message":{last}}}"#));
        assert_eq!(decoded.message(), None, "{last}");
    }
}
