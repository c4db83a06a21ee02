//! An answer as an error of one's own.

use std::time::Duration;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, PartialEq, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml")]
enum ServiceError {
    OrderNotFound {
        order_id: u64,
    },
    #[catalog(code = "out-of-stock")]
    Known {
        sku: Sku,
        available: u8,
        #[catalog(private)]
        shard: Option<u8>,
    },
    #[catalog(code = "out-of-stock")]
    Unknown {
        sku: String,
        available: Option<i64>,
        items: Option<u32>,
    },
    RateLimited {
        retry_after: Duration,
    },
    #[catalog(code = "internal")]
    #[allow(dead_code, reason = "no answer makes it")]
    Private {
        #[catalog(private)]
        shard: u8,
    },
    #[catalog(rest)]
    Other(ServiceErrorRest),
}

/// A type that not every text is one of.
#[derive(Debug, PartialEq)]
struct Sku(u16);

impl std::fmt::Display for Sku {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SKU-{}", self.0)
    }
}

impl std::str::FromStr for Sku {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.strip_prefix("SKU-").and_then(|number| number.parse().ok()).map(Self).ok_or(())
    }
}

fn read(error: &ServiceError) -> ServiceError {
    let answer = ServiceError::decode(error.status(), &error.body().to_json());
    ServiceError::from_decoded(answer).expect("an error of the enum")
}

#[test]
fn what_was_sent_is_read() {
    let error = ServiceError::OrderNotFound { order_id: 7 };
    assert_eq!(read(&error), error);
    let error = ServiceError::Known { sku: Sku(12), available: 3, shard: None };
    assert_eq!(read(&error), error);
    let error = ServiceError::Other(ServiceErrorRest::Invalid);
    assert_eq!(read(&error), error);
}

#[test]
fn private_fields_do_not_come_back() {
    let sent = ServiceError::Known { sku: Sku(12), available: 3, shard: Some(9) };
    assert_eq!(read(&sent), ServiceError::Known { sku: Sku(12), available: 3, shard: None });
}

#[test]
fn the_first_variant_whose_fields_can_be_parsed_is_taken() {
    let error = ServiceError::Unknown { sku: "tea".into(), available: Some(300), items: Some(1) };
    assert_eq!(read(&error), error);
    let error = ServiceError::Unknown { sku: "tea".into(), available: None, items: None };
    assert_eq!(read(&error), error);
}

#[test]
fn a_delay_comes_from_its_header_or_slot() {
    let answer = ServiceError::decode(429, br#"{"code":"rate-limited"}"#);
    let answer = answer.with_header_fields([("Retry-After", "30")]);
    let error = ServiceError::from_decoded(answer).expect("an error of the enum");
    assert_eq!(error, ServiceError::RateLimited { retry_after: Duration::from_secs(30) });
}

#[test]
fn what_is_no_variant_is_given_back() {
    for (status, body) in [
        // A parameter that no field can be made from.
        (404, r#"{"code":"order-not-found","message":"Order seven does not exist."}"#),
        // A private field, which no answer has.
        (500, r#"{"code":"internal"}"#),
        (410, r#"{"code":"gone"}"#),
        (418, r#"{"code":"teapot"}"#),
        (502, "<html>"),
    ] {
        let answer = ServiceError::decode(status, body.as_bytes());
        let given_back = ServiceError::from_decoded(answer.clone()).expect_err("no variant");
        assert_eq!(given_back, answer);
    }
}

/// A type that can be sent and not read.
#[derive(Debug, PartialEq, serde::Serialize)]
struct Stock {
    left: u32,
}

#[derive(Debug, PartialEq, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml", of = super::modules::ApiErrorCode)]
enum StockError {
    Invalid {
        #[catalog(json)]
        details: Option<Stock>,
    },
    Internal {
        #[catalog(json)]
        details: Stock,
    },
}

#[test]
fn a_field_of_json_need_not_be_read() {
    let sent = StockError::Internal { details: Stock { left: 2 } };
    let json = sent.body().to_json();
    assert!(json.ends_with(br#""details":{"left":2}}"#));
    let answer = StockError::decode(500, &json);
    assert_eq!(StockError::from_decoded(answer.clone()), Err(answer));
    let answer = StockError::decode(422, br#"{"code":"invalid"}"#);
    assert_eq!(StockError::from_decoded(answer), Ok(StockError::Invalid { details: None }));
}
