//! An answer, whatever it is, is read by every catalog and asked for everything; by one of them, which
//! is compiled at run time too, in both ways.

#![no_main]
#![forbid(unsafe_code)]

use std::fmt::{self, Write};
use std::hint::black_box;
use std::sync::LazyLock;
use std::time::SystemTime;

use api_error_catalog::{
    ApiErrorCatalog, BODY_LIMIT, Basis, CatalogCode, Decoded, Entry, MOST_ERRORS, Retry, StatusRow,
    Value,
};
use api_error_catalog_core::Catalog;
use api_error_catalog_core::builder::Encoded;
use api_error_catalog_model::{Side, compile, read_text};
use api_error_catalogs::{Bictorys, GenericError, Hub2, PartnerCenter};
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;

/// The shape of RFC 9457, and what else a shape can be.
#[derive(ApiErrorCatalog)]
#[catalog("shapes.toml")]
enum Shapes {}

/// Several errors: levels, lists, a map, nested errors, other spellings, conditions, optional pieces.
#[derive(ApiErrorCatalog)]
#[catalog("several.toml")]
enum Several {}

static SEVERAL: LazyLock<Encoded> = LazyLock::new(|| {
    let reading = read_text("several.toml", include_str!("../several.toml"), Side::Client);
    compile(reading.catalog().expect("a catalog without errors")).expect("a small catalog")
});

/// The same file, compiled at run time.
static SHAPES: LazyLock<Encoded> = LazyLock::new(|| {
    let reading = read_text("shapes.toml", include_str!("../shapes.toml"), Side::Client);
    compile(reading.catalog().expect("a catalog without errors")).expect("a small catalog")
});

fuzz_target!(|input: (u16, &[u8])| {
    let (status, body) = input;
    ask(&Bictorys::decode(status, body), status, body);
    ask(&GenericError::decode(status, body), status, body);
    ask(&PartnerCenter::decode(status, body), status, body);
    let shapes = Shapes::decode(status, body);
    ask(&shapes, status, body);
    hold_against_run_time(&shapes, &SHAPES.catalog());
    let several = Several::decode(status, body);
    ask(&several, status, body);
    hold_against_run_time(&several, &SEVERAL.catalog());
    let headed = Shapes::decode(status, b"{}");
    let headed = headed.with_header_fields([("X-Error", String::from_utf8_lossy(body))]);
    ask(&headed, status, b"{}");
    let hub2 = Hub2::decode(status, body);
    ask(&hub2, status, body);
    hold_against_json(&hub2);
    wait(hub2, body);
});

/// The slots of all shapes, and one that no shape has.
const SLOTS: [&str; 28] = [
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
    "field",
    "namespace",
    "delay",
    "parameters",
    "where",
    "map",
    "any",
    "time",
    "realm",
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
    assert!(decoded.code().is_none_or(|code| decoded.is_a(code)));
    match decoded.basis() {
        Basis::Code(entry) => {
            assert_eq!(decoded.code().map(CatalogCode::as_str), Some(entry.as_str()));
        }
        Basis::Status(row) => assert_eq!(row.status(), status),
        Basis::Class(row) => assert_eq!(row.status(), status / 100 * 100),
        _ => assert!(decoded.code().is_none()),
    }
    let is_nothing = matches!(decoded.basis(), Basis::Nothing);
    for locale in ["en", "fr-CI", ""] {
        assert_eq!(decoded.description(locale).is_none(), is_nothing);
        assert_eq!(decoded.title(locale).is_none(), is_nothing);
        assert_eq!(decoded.localized_message(locale).is_some(), decoded.code().is_some());
        black_box((decoded.action(locale), decoded.user_message(locale)));
    }
    black_box((decoded.retry(), decoded.retry_after(), decoded.raw_retry_after()));
    black_box((decoded.message(), decoded.json(), decoded.actor(), decoded.effect()));
    black_box((decoded.docs(), decoded.retry_or(Retry::Never)));
    for slot in SLOTS {
        assert_ne!(decoded.slot(slot), Some(Value::Null), "{slot}");
    }
    assert_eq!(decoded.slot("none"), None);
    for parameter in PARAMETERS {
        black_box(decoded.parameter(parameter));
    }
    // The object of all parameters may have one of any name.
    if decoded.slot("parameters").is_none() {
        assert_eq!(decoded.parameter("none"), None);
    }
    assert_eq!(decoded.errors().len() > 0, decoded.is_recognized());
    assert!(decoded.errors().len() <= MOST_ERRORS);
    for error in decoded.errors() {
        assert!(error.raw_code().is_none_or(|code| decoded.is_code(code)));
        assert!(error.code().is_none_or(|code| decoded.is_code(code.as_str())));
        black_box((error.message(), error.slot("field"), error.parameter_value("most")));
        assert_eq!(error.localized_message("fr").is_some(), error.code().is_some());
    }
    write!(Nowhere, "{decoded:?}").expect("it takes all");
    assert!(!decoded.to_string().contains(char::is_control));
    assert_eq!(decoded.clone(), *decoded);
}

/// What is compiled at run time reads the same.
fn hold_against_run_time<C: CatalogCode>(derived: &Decoded<C>, catalog: &Catalog<'_>) {
    let clock = || SystemTime::UNIX_EPOCH.elapsed().expect("a clock");
    let answer = catalog.decode(derived.status(), derived.body()).with_now(clock);
    let number = answer.entry().map(Entry::number);
    assert_eq!(number, derived.code().map(|code| code.entry().number()));
    assert_eq!((answer.raw_code(), answer.message()), (derived.raw_code(), derived.message()));
    assert_eq!((answer.retry(), answer.effect()), (derived.retry(), derived.effect()));
    let status = |basis: Basis<'_>| match basis {
        Basis::Status(row) | Basis::Class(row) => Some(StatusRow::status(row)),
        _ => None,
    };
    assert_eq!(status(answer.basis()), status(derived.basis()));
    for slot in SLOTS {
        let value = answer.slot(slot).and_then(|json| json.parse::<Value>().ok());
        assert_eq!(value, derived.slot(slot), "{slot}");
    }
    for parameter in PARAMETERS {
        assert_eq!(answer.parameter(parameter), derived.parameter(parameter), "{parameter}");
    }
    for (error, derived) in answer.errors().zip(derived.errors()) {
        assert_eq!((error.raw_code(), error.message()), (derived.raw_code(), derived.message()));
        assert_eq!(
            error.entry().map(Entry::number),
            derived.code().map(|code| code.entry().number())
        );
    }
    assert_eq!(answer.errors().len(), derived.errors().len());
    for locale in ["en", "fr-CI", ""] {
        assert_eq!(answer.description(locale), derived.description(locale));
        assert_eq!(answer.action(locale), derived.action(locale));
        assert_eq!(answer.localized_message(locale), derived.localized_message(locale));
    }
}

/// A member with a value of the right type is its slot's value, the last one where there are more.
/// HUB2's shape is flat, so that this is easily said.
fn hold_against_json(hub2: &Decoded<impl CatalogCode>) {
    let Some(Value::Object(members)) = hub2.json() else { return };
    for slot in ["code", "message", "request_id"] {
        // Digits are read as a string, but for those of a text.
        let value = members.get(slot).filter(|value| value.is_string());
        if !members.get(slot).is_some_and(Value::is_number) {
            assert_eq!(hub2.slot(slot).as_ref(), value, "{slot}");
        }
    }
    if let Some(value) = members.get("status").filter(|value| value.is_i64() || value.is_u64()) {
        assert_eq!(hub2.slot("status").as_ref(), Some(value));
    }
    // An empty code is none.
    if let Some(Value::String(code)) = members.get("code")
        && !code.is_empty()
    {
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
