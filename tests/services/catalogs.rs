//! The catalogs of the services, held against what the usual service sends without them.

use api_error_catalog::{ApiErrorCatalog, CatalogCode, Decoded, Entry};
use api_error_catalog_tests::case::Case;
use http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use serde_json::{Value, json};

use crate::client::Answer;

#[derive(ApiErrorCatalog)]
#[catalog("services/errors.toml")]
pub(crate) enum Orders {}

#[derive(ApiErrorCatalog)]
#[catalog("services/payments.toml")]
pub(crate) enum Payments {}

/// Reads an answer by the catalog that has its code, and writes it again from what was read.
pub(crate) fn check(answer: &Answer) {
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    let code = body["code"].as_str().expect("a code");
    if PaymentsCode::from_code(code).is_some() {
        // The module has a body of its own.
        let body = json!({ "error": code, "message": body["message"] }).to_string();
        let decoded = Payments::decode(answer.status, body.as_bytes());
        check_written(&decoded.with_headers(&answer.headers), answer, &body);
    } else {
        let decoded = Orders::decode(answer.status, &answer.body);
        check_written(&decoded.with_headers(&answer.headers), answer, &answer.text());
    }
}

fn check_written<C: CatalogCode>(decoded: &Decoded<C>, answer: &Answer, body: &str) {
    let entry = decoded.code().expect("a code that the catalog has").entry();
    let mut values = read(decoded, entry);
    let written = values.body(entry);
    assert_eq!(written.status(), answer.status, "{body}");
    assert_eq!(String::from_utf8_lossy(&written.to_json(None)), body);
    for name in [RETRY_AFTER, WWW_AUTHENTICATE] {
        let headers = written.headers();
        let header = headers.iter().find(|(written, _)| name == *written);
        let value = header.map(|(_, value)| value.as_str());
        assert_eq!(value, answer.header(name.as_str()), "{name} of {body}");
    }

    values.locale = "fr".into();
    let french = values.body(entry).message().to_string();
    assert_ne!(Some(french.as_str()), decoded.message().as_deref());
    assert!(!french.contains('…'), "{french} lacks a value");
}

/// The values of an answer, for the same body once more. `seconds` is a parameter that a header has.
fn read<C: CatalogCode>(decoded: &Decoded<C>, entry: Entry<'_>) -> Case {
    let slots = ["request_id", "seconds"].into_iter();
    let slots = slots.filter_map(|name| Some((name.to_owned(), decoded.slot(name)?))).collect();
    let parameters = entry.parameters().map(|parameter| parameter.name);
    let parameters = parameters.filter(|name| decoded.slot(name).is_none());
    let value = |name| decoded.parameter(name).expect("a value for every placeholder");
    let parameters = parameters.map(|name| (name.to_owned(), value(name))).collect();
    Case { locale: "en".into(), slots, parameters }
}
