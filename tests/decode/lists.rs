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
    let json = decoded.json().expect("JSON");
    assert_eq!(json["errors"][1]["code"], "closed");
    assert_eq!(json["errors"][2]["code"], "new");
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
    let body =
        br#"["bad-name","The name Ann is taken.",null,{"status":400},null,true,1.50,"more"]"#;
    let decoded = Listed::decode(400, body);
    assert_eq!(decoded.code(), Some(ListedCode::BadName));
    assert_eq!(decoded.parameter("name").as_deref(), Some("Ann"));
    assert_eq!(decoded.slot("target"), None);
    assert_eq!(decoded.slot("status"), Some(json!(400)));
    assert_eq!(Listed::decode(400, br#"["bad-age"]"#).code(), Some(ListedCode::BadAge));
    assert_eq!(Listed::decode(400, br#"[["bad-age"]]"#).code(), None);
    assert_eq!(Listed::decode(400, br#"{"code":"bad-age"}"#).code(), None);
}
