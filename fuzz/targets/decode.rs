//! An answer, whatever it is, is read by every catalog and asked for everything.

#![no_main]
#![forbid(unsafe_code)]

use std::fmt::{self, Write};
use std::hint::black_box;

use api_error_catalog::{ApiErrorCatalog, BODY_LIMIT, Basis, CatalogCode, Decoded, Retry, Value};
use api_error_catalogs::{Bictorys, GenericError, Hub2, PartnerCenter};
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;

/// The shape of RFC 9457, and what else a shape can be.
#[derive(ApiErrorCatalog)]
#[catalog("shapes.toml")]
enum Shapes {}

fuzz_target!(|input: (u16, &[u8])| {
    let (status, body) = input;
    ask(&Bictorys::decode(status, body), status, body);
    ask(&GenericError::decode(status, body), status, body);
    ask(&PartnerCenter::decode(status, body), status, body);
    ask(&Shapes::decode(status, body), status, body);
    let hub2 = Hub2::decode(status, body);
    ask(&hub2, status, body);
    hold_against_json(&hub2);
    wait(hub2, body);
});

/// The slots of all shapes, and one that no shape has.
const SLOTS: [&str; 21] = [
    "status",
    "code",
    "message",
    "request_id",
    "title",
    "source",
    "target",
    "details",
    "timestamp",
    "reason",
    "method",
    "uri",
    "problem_type",
    "instance",
    "count",
    "ratio",
    "flag",
    "errors",
    "map",
    "any",
    "none",
];

/// Placeholders of all catalogs, and one that no message has.
const PARAMETERS: [&str; 10] = [
    "account_id",
    "account_type",
    "merchant_id",
    "transaction_id",
    "name",
    "who",
    "what",
    "balance",
    "cost",
    "none",
];

fn ask<C: CatalogCode>(decoded: &Decoded<C>, status: u16, body: &[u8]) {
    assert_eq!(decoded.status(), status);
    assert_eq!(decoded.body(), &body[..body.len().min(BODY_LIMIT)]);
    assert_eq!(decoded.is_truncated(), body.len() > BODY_LIMIT);
    assert!(decoded.code().is_none_or(|code| decoded.is_code(code.as_str())));
    assert!(decoded.raw_code().is_none_or(|code| decoded.is_code(code)));
    match decoded.basis() {
        Basis::Code(entry) => {
            assert_eq!(decoded.code().map(CatalogCode::as_str), Some(entry.as_str()));
        }
        Basis::Status(row) => assert_eq!(row.status(), status),
        Basis::Class(row) => assert_eq!(row.status(), status / 100 * 100),
        Basis::Nothing => assert!(decoded.code().is_none()),
    }
    let is_nothing = matches!(decoded.basis(), Basis::Nothing);
    for locale in ["en", "fr-CI", ""] {
        assert_eq!(decoded.description(locale).is_none(), is_nothing);
        black_box(decoded.action(locale));
    }
    black_box((decoded.retry(), decoded.retry_after(), decoded.raw_retry_after()));
    black_box((decoded.message(), decoded.json()));
    for slot in SLOTS {
        assert_ne!(decoded.slot(slot), Some(Value::Null), "{slot}");
    }
    assert_eq!(decoded.slot("none"), None);
    for parameter in PARAMETERS {
        black_box(decoded.parameter(parameter));
    }
    assert_eq!(decoded.parameter("none"), None);
    write!(Nowhere, "{decoded:?}").expect("it takes all");
}

/// A member with a value of the right type is its slot's value, the last one where there are more.
/// HUB2's shape is flat, so that this is easily said.
fn hold_against_json(hub2: &Decoded<impl CatalogCode>) {
    let Some(Value::Object(members)) = hub2.json() else { return };
    for slot in ["code", "message", "request_id"] {
        let value = members.get(slot).filter(|value| value.is_string());
        assert_eq!(hub2.slot(slot).as_ref(), value, "{slot}");
    }
    if let Some(value) = members.get("status").filter(|value| value.is_i64() || value.is_u64()) {
        assert_eq!(hub2.slot("status").as_ref(), Some(value));
    }
    if let Some(Value::String(code)) = members.get("code") {
        assert_eq!(hub2.raw_code(), Some(code.as_str()));
    }
}

/// Short bodies are read as a `Retry-After` too.
fn wait<C: CatalogCode>(decoded: Decoded<C>, value: &[u8]) {
    if value.len() > 64 {
        return;
    }
    let Ok(value) = HeaderValue::from_bytes(value) else { return };
    let date = HeaderValue::from_static("Sun, 06 Nov 1994 08:49:00 GMT");
    let decoded = decoded.with_headers(&HeaderMap::from_iter([(RETRY_AFTER, value), (DATE, date)]));
    assert!(decoded.raw_retry_after().is_some());
    if decoded.retry_after().is_some() {
        assert!(matches!(decoded.retry(), Some(Retry::AfterDelay)));
    }
}

/// What is written goes nowhere; all of it is made all the same.
struct Nowhere;

impl Write for Nowhere {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        black_box(text);
        Ok(())
    }
}
