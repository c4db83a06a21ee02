//! The catalogs of the services, held against what the services send.

use api_error_catalog::{CatalogCode, Decoded, Entry};
use api_error_catalog_tests::case::Case;
use http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use serde_json::{Value, json};

use crate::catalog::error::ApiError;
use crate::catalog::payments::{PaymentError, PaymentErrorCode};
use crate::client::Answer;

/// What an answer says, by the catalog that has its code.
struct Read {
    entry: Entry<'static>,
    values: Case,
    /// The body that the catalog has for it.
    body: String,
}

/// Reads an answer, and writes it again from what was read.
pub(crate) fn check(answer: &Answer) {
    let Read { entry, values, body } = read(answer);
    let written = values.body(entry);
    assert_eq!(written.status(), answer.status, "{body}");
    assert_eq!(String::from_utf8_lossy(&written.to_json(None)), body);
    for name in [RETRY_AFTER, WWW_AUTHENTICATE] {
        let headers = written.headers();
        let header = headers.iter().find(|(written, _)| name == *written);
        let value = header.map(|(_, value)| value.as_str());
        assert_eq!(value, answer.header(name.as_str()), "{name} of {body}");
    }
}

/// What an answer would say in French.
pub(crate) fn french_message(answer: &Answer) -> String {
    let Read { entry, mut values, .. } = read(answer);
    values.locale = "fr".into();
    let message = values.body(entry).message().to_string();
    assert!(!message.contains('…'), "{message} lacks a value");
    message
}

fn read(answer: &Answer) -> Read {
    let body: Value = serde_json::from_slice(&answer.body).expect("JSON");
    let code = body["code"].as_str().expect("a code");
    if PaymentErrorCode::from_code(code).is_some() {
        // The module has a body of its own.
        let body = json!({ "error": code, "message": body["message"] }).to_string();
        let decoded = PaymentError::decode(answer.status, body.as_bytes());
        read_by(&decoded.with_headers(&answer.headers), body)
    } else {
        let decoded = ApiError::decode(answer.status, &answer.body);
        read_by(&decoded.with_headers(&answer.headers), answer.text())
    }
}

fn read_by<C: CatalogCode>(decoded: &Decoded<C>, body: String) -> Read {
    let entry = decoded.code().expect("a code that the catalog has").entry();
    Read { entry, values: values(decoded, entry), body }
}

/// The values of an answer, for the same body once more. `seconds` is a parameter that a header has.
fn values<C: CatalogCode>(decoded: &Decoded<C>, entry: Entry<'_>) -> Case {
    let slots = ["request_id", "seconds"].into_iter();
    let slots = slots.filter_map(|name| Some((name.to_owned(), decoded.slot(name)?))).collect();
    let parameters = entry.parameters().map(|parameter| parameter.name);
    let parameters = parameters.filter(|name| decoded.slot(name).is_none());
    let value = |name| decoded.parameter(name).expect("a value for every placeholder");
    let parameters = parameters.map(|name| (name.to_owned(), value(name))).collect();
    Case { locale: "en".into(), slots, parameters }
}
