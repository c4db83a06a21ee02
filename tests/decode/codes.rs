//! Codes as they are received: unknown, aliased, retired, escaped.

use api_error_catalog::json;
use api_error_catalog_tests::catalogs::OrdersCode;
use api_error_catalogs::Hub2;

use super::{read, slot};

/// The answer to `is_code` is about what was received, and so the same whatever the catalog knows.
#[test]
fn is_code_is_the_same_before_and_after_a_catalog_knows_the_code() {
    let body = |codes: [&str; 3]| {
        format!(
            r#"{{"code":"{}","inner":{{"code":"{}","inner":{{"code":"{}"}}}}}}"#,
            codes[0], codes[1], codes[2]
        )
    };
    // As if `out-of-stock` or `size-gone` were not in the catalog yet: an unknown code in its place.
    for codes in [
        ["refused", "out-of-stock", "size-gone"],
        ["refused", "new", "size-gone"],
        ["refused", "out-of-stock", "new"],
        ["refused", "new", "newer"],
        ["new", "newer", "newest"],
    ] {
        let decoded = read(400, &body(codes));
        for code in codes {
            assert!(decoded.is_code(code), "{code} in {codes:?}");
        }
        for code in ["", "4711", "conflict", "NEW", "400"] {
            assert!(!decoded.is_code(code), "{code} in {codes:?}");
        }
    }
}

#[test]
fn an_alias_is_its_code() {
    for alias in ["OUT_OF_STOCK", r#"sold\"out"#, r"sold\u0022out"] {
        let decoded = read(400, &format!(r#"{{"code":"refused","inner":{{"code":"{alias}"}}}}"#));
        assert_eq!(decoded.code(), Some(OrdersCode::OutOfStock), "{alias}");
        assert!(decoded.is_code("out-of-stock"), "{alias}");
        assert_eq!(
            decoded.raw_code(),
            Some(&*alias.replace(r#"\""#, "\"").replace(r"\u0022", "\""))
        );
    }
    let decoded = read(400, r#"{"code":"OUT_OF_STOCK"}"#);
    assert!(decoded.is_code("OUT_OF_STOCK") && decoded.is_code("out-of-stock"));
    assert_eq!(read(400, r#"{"code":"out_of_stock"}"#).code(), None);
}

#[test]
fn a_retired_code_is_still_understood() {
    let decoded = read(409, r#"{"code":"price-changed","message":"The price is 5 € now."}"#);
    let code = decoded.code().expect("a code");
    assert!(code.entry().is_retired());
    assert_eq!(code.as_str(), "price-changed");
    assert_eq!(decoded.action("en"), Some("Confirm the price."));
    assert_eq!(decoded.parameter("price").as_deref(), Some("5 €"));
}

#[test]
fn keys_and_codes_may_be_escaped() {
    let body = r#"{"c\u006fde":"out-of\u002dstock","\u006dessage":"\"\u00e9\ud83d\ude00\/","ke\"y é":"1"}"#;
    let decoded = read(400, body);
    assert_eq!(decoded.code(), Some(OrdersCode::OutOfStock));
    assert_eq!(decoded.raw_code(), Some("out-of-stock"));
    assert_eq!(decoded.message().as_deref(), Some("\"é😀/"));
    // This key has a quotation mark of its own, written with an escape.
    assert_eq!(slot(r#"{"ke\"y é":"1"}"#, "odd_key"), Some(json!("1")));
    assert_eq!(slot(r#"{"ke\u0022y \u00e9":"2"}"#, "odd_key"), Some(json!("2")));
    assert_eq!(slot(r#"{"ke\\\"y é":"2"}"#, "odd_key"), None);
}

#[test]
fn a_code_may_be_called_as_the_blank_problem_type() {
    let answer = Hub2::decode(404, br#"{"code":"about:blank"}"#);
    assert_eq!(answer.raw_code(), Some("about:blank"));
}
