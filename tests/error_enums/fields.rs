//! Fields of any type that has a meaning.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use api_error_catalog::ApiErrorCatalog;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Stock {
    warehouse: &'static str,
    left: u32,
}

fn joined(skus: &[String]) -> String {
    skus.join(", ")
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml", of = super::modules::ApiErrorCode)]
enum FieldError {
    OrderNotFound {
        #[catalog(display = Path::display)]
        order_id: PathBuf,
        items: Option<u128>,
        details: Stock,
    },
    OutOfStock {
        #[catalog(display = joined)]
        sku: Vec<String>,
        available: i8,
        details: BTreeMap<&'static str, u8>,
    },
    #[catalog(code = "out-of-stock")]
    Debugged {
        #[catalog(display = "debug")]
        sku: Option<Vec<u8>>,
        available: Option<u64>,
    },
    #[catalog(code = "out-of-stock")]
    AsJson {
        #[catalog(json)]
        sku: Vec<u8>,
        available: std::num::NonZeroU16,
    },
    Invalid {
        message: String,
    },
    RateLimited {
        retry_after: Duration,
    },
    #[catalog(code = "unavailable")]
    Since {
        timestamp: chrono::DateTime<chrono::Utc>,
    },
    #[catalog(code = "unavailable")]
    Until {
        timestamp: Option<jiff::Timestamp>,
    },
}

#[test]
fn a_field_is_shown_as_its_attribute_says() {
    let details = Stock { warehouse: "Bouaké", left: 2 };
    let error =
        FieldError::OrderNotFound { order_id: PathBuf::from("/orders/7"), items: Some(3), details };
    assert_eq!(
        String::from_utf8_lossy(&error.body().to_json()),
        r#"{"status":404,"code":"order-not-found","message":"Order /orders/7 does not exist.","items":3,"details":{"warehouse":"Bouaké","left":2}}"#
    );
    let error = FieldError::OutOfStock {
        sku: vec!["A".into(), "B".into()],
        available: -1,
        details: BTreeMap::from([("left", 2)]),
    };
    assert_eq!(
        super::json(&error.body()),
        r#"{"status":409,"code":"out-of-stock","message":"A, B is out of stock: -1 left.","details":{"left":2}}"#
    );
    let error = FieldError::Debugged { sku: Some(vec![1]), available: None };
    assert_eq!(error.to_string(), "[1] is out of stock: … left.");
    let available = std::num::NonZeroU16::MIN;
    let error = FieldError::AsJson { sku: vec![1, 2], available };
    assert_eq!(error.to_string(), "[1,2] is out of stock: 1 left.");
}

#[test]
fn a_moment_is_written_as_rfc_3339_has_it() {
    let since = FieldError::Since { timestamp: chrono::DateTime::UNIX_EPOCH };
    let until = FieldError::Until { timestamp: Some(jiff::Timestamp::UNIX_EPOCH) };
    for error in [since, until] {
        assert_eq!(
            super::json(&error.body()),
            r#"{"status":503,"code":"unavailable","message":"Try again in a minute.","at":"1970-01-01T00:00:00Z"}"#
        );
    }
}

#[test]
fn a_field_named_message_is_the_message() {
    let error = FieldError::Invalid { message: "“total” is negative.".into() };
    assert_eq!(error.to_string(), "“total” is negative.");
    assert_eq!(error.display("fr").to_string(), "“total” is negative.");
    let json = r#"{"status":422,"code":"invalid","message":"“total” is negative."}"#;
    assert_eq!(super::json(&error.body()), json);
    assert_eq!(error.body().to_json(), json.as_bytes());
}

#[test]
fn a_field_is_the_value_of_a_header() {
    let error = FieldError::RateLimited { retry_after: Duration::from_millis(1500) };
    assert_eq!(
        error.headers(&api_error_catalog::BodyContext::new()),
        [("Retry-After".into(), "2".to_owned())]
    );
}
