//! Errors in a list, and bodies that are lists.

use api_error_catalog::json;
use api_error_catalog_tests::catalogs::{Listed, ListedCode, Wrapped, WrappedCode};

const ONE: &str = r#"{"id":"r1","status":"HTTP 400","code":"too-long","title":"Text too long",
    "detail":"The text name is longer than 12 characters.","links":{"about":"https://x"}}"#;

#[test]
fn an_error_in_a_list() {
    let body = format!(r#"{{"ok":false,"api":{{"name":"orders","version":2}},"errors":[{ONE}]}}"#);
    let decoded = Wrapped::decode(400, body.as_bytes());
    assert_eq!(decoded.code(), Some(WrappedCode::TooLong));
    assert_eq!(decoded.slot("request_id"), Some(json!("r1")));
    assert_eq!(decoded.slot("status"), Some(json!(400)));
    assert_eq!(decoded.slot("title"), Some(json!("Text too long")));
    assert_eq!(decoded.slot("docs"), Some(json!("https://x")));
    assert_eq!(decoded.parameter("field").as_deref(), Some("name"));
    assert_eq!(decoded.parameter("most").as_deref(), Some("12"));
    assert_eq!(decoded.parameter("least"), None);
}

#[test]
fn of_three_errors_in_a_list_the_first_counts_and_all_are_kept() {
    let other = r#"{"id":"r2","code":"closed","detail":"We are closed."}"#;
    let body = format!(r#"{{"errors":[{ONE},{other},{{"code":"new"}}]}}"#);
    let decoded = Wrapped::decode(400, body.as_bytes());
    assert_eq!(decoded.code(), Some(WrappedCode::TooLong));
    assert_eq!(decoded.slot("request_id"), Some(json!("r1")));
    assert_eq!(decoded.errors().len(), 3);
    let errors: Vec<_> = decoded.errors().collect();
    let codes: Vec<_> = errors.iter().map(|error| error.code()).collect();
    assert_eq!(codes, [Some(WrappedCode::TooLong), Some(WrappedCode::Closed), None]);
    let raw_codes: Vec<_> = errors.iter().filter_map(|error| error.raw_code()).collect();
    assert_eq!(raw_codes, ["too-long", "closed", "new"]);
    assert_eq!(errors[1].message().as_deref(), Some("We are closed."));
    assert_eq!(errors[0].parameter("most").as_deref(), Some("12"));
    assert_eq!(errors[1].slot("request_id"), Some(json!("r2")));
    assert_eq!(errors[2].slot("request_id"), None);
    assert!(decoded.is_code("new") && decoded.is_code("closed") && !decoded.is_code("old"));
    for none in
        [r#"{"errors":[]}"#, r#"{"errors":{}}"#, r#"{"errors":[[]]}"#, r#"{"errors":[null]}"#]
    {
        let decoded = Wrapped::decode(503, none.as_bytes());
        assert_eq!(decoded.raw_code(), None, "{none}");
        assert_eq!(decoded.action("en"), Some("Wait."), "{none}");
    }
}

#[test]
fn a_body_that_is_a_list() {
    let body = br#"[{"code":"new"},
        {"target":null,"code":"bad-name","text":["The name Ann is taken."],"more":{"status":400}}]"#;
    let decoded = Listed::decode(400, body);
    assert_eq!(decoded.code(), Some(ListedCode::BadName));
    assert_eq!(decoded.raw_code(), Some("bad-name"));
    assert_eq!(decoded.parameter("name").as_deref(), Some("Ann"));
    assert_eq!(decoded.slot("target"), None);
    assert_eq!(decoded.slot("status"), Some(json!(400)));
    assert_eq!(Listed::decode(400, br#"[{"code":"bad-age"}]"#).code(), Some(ListedCode::BadAge));
    // One stands for a list of one, and a code for an object with it.
    assert_eq!(Listed::decode(400, br#"{"code":"bad-age"}"#).code(), Some(ListedCode::BadAge));
    assert_eq!(Listed::decode(400, br#"["bad-age"]"#).code(), Some(ListedCode::BadAge));
    assert_eq!(Listed::decode(400, br#"[["bad-age"]]"#).code(), None);
}
