//! Several variants stand for one entry.

use std::error::Error as _;
use std::{fmt, io};

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml")]
enum ServiceError {
    #[catalog(code = "internal")]
    Disk(#[from] io::Error),
    Format(#[from(code = "internal")] fmt::Error),
    Other(#[from(code = "internal", log = "by hand")] anyhow::Error),
    Internal,
    OrderNotFound {
        order_id: u64,
    },
    OutOfStock {
        sku: String,
        available: i32,
    },
    RateLimited {
        retry_after: std::time::Duration,
    },
    #[catalog(rest)]
    Rest(ServiceErrorRest),
}

fn read() -> Result<(), ServiceError> {
    Err(io::Error::other("disk full"))?;
    Ok(())
}

fn format() -> Result<(), ServiceError> {
    Err(fmt::Error)?;
    Ok(())
}

fn load() -> Result<(), ServiceError> {
    use anyhow::Context as _;
    Err(io::Error::other("connection refused")).context("loading order 7")?;
    Ok(())
}

#[test]
fn each_cause_has_the_code_that_it_is_sent_as() {
    let errors = [read(), format(), load()].map(|result| result.expect_err("an error"));
    let body = r#"{"status":500,"code":"internal","message":"Something broke on our side."}"#;
    for error in &errors {
        assert_eq!(error.code(), ServiceErrorCode::Internal);
        assert_eq!(super::json(&error.body()), body);
    }
    let causes = errors.each_ref().map(|error| error.source().expect("a cause").to_string());
    assert_eq!(causes[0], "disk full");
    assert_eq!(causes[2], "loading order 7");
    assert_eq!(errors[2].report(), "by hand: loading order 7: connection refused");
    assert!(ServiceError::Internal.source().is_none());
}

#[test]
fn the_codes_of_an_enum_are_listed_once_each() {
    use ServiceErrorCode as Code;
    assert_eq!(
        ServiceError::CODES,
        [
            Code::OrderNotFound,
            Code::OutOfStock,
            Code::Unauthenticated,
            Code::RateLimited,
            Code::Invalid,
            Code::Unavailable,
            Code::Internal,
        ]
    );
}

#[test]
fn an_error_is_found_in_a_chain() {
    let error = anyhow::Error::from(ServiceError::OrderNotFound { order_id: 7 });
    let error = error.context("while showing").context("GET /orders/7");
    let found = ServiceError::find_in(error.as_ref()).expect("an error of the catalog");
    assert_eq!(ServiceErrorCode::from(ServiceError::Internal), ServiceErrorCode::Internal);
    assert_eq!(found.code(), ServiceErrorCode::OrderNotFound);
    let other = anyhow::Error::from(io::Error::other("disk full"));
    assert!(ServiceError::find_in(other.as_ref()).is_none());
}

/// Its causes are what its user says.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml", of = super::modules::ApiErrorCode)]
enum StoreError<E: std::error::Error + 'static> {
    Internal(#[source] E),
    Unavailable(#[source] Option<E>),
}

#[test]
fn a_cause_may_be_a_type_parameter() {
    let error = StoreError::Internal(fmt::Error);
    assert!(error.source().is_some_and(<dyn std::error::Error>::is::<fmt::Error>));
    let error = StoreError::Unavailable(Some(fmt::Error));
    assert!(error.source().is_some_and(<dyn std::error::Error>::is::<fmt::Error>));
    assert!(StoreError::Unavailable(None::<fmt::Error>).source().is_none());
}
