//! Enums of modules over one catalog.

use std::mem::size_of;

use api_error_catalog::{ApiErrorCatalog, CatalogCode};

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml", of = ApiErrorCode)]
pub(super) enum OrderError {
    OrderNotFound {
        order_id: u64,
    },
    #[catalog(code = "internal")]
    Store(#[source] std::io::Error),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml", of = ApiErrorCode)]
pub(super) enum StockError {
    OutOfStock {
        sku: String,
        available: u32,
    },
    Unavailable,
    #[catalog(transparent)]
    Order(#[from] OrderError),
}

/// Each code with parameters is covered, two of the three by the enums it holds.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml")]
pub(super) enum ApiError {
    #[catalog(transparent)]
    Stock(#[from] StockError),
    RateLimited {
        retry_after: std::time::Duration,
    },
    #[catalog(rest)]
    Rest(ApiErrorRest),
}

/// It adds nothing to what it covers.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml", of = ApiErrorCode)]
enum RetriedError {
    Unavailable,
    #[catalog(transparent)]
    Again(Box<RetriedError>),
}

/// Enums of modules are often called alike.
mod orders {
    use super::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("error_enums/errors.toml", of = super::ErrorCode)]
    pub(super) enum Error {
        OrderNotFound { order_id: u64 },
    }
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml")]
enum Error {
    #[catalog(transparent)]
    Order(#[from] orders::Error),
    OutOfStock {
        sku: String,
        available: u32,
    },
    RateLimited {
        retry_after: std::time::Duration,
    },
    #[catalog(rest)]
    Rest(ErrorRest),
}

fn find(order_id: u64) -> Result<(), OrderError> {
    Err(OrderError::OrderNotFound { order_id })
}

fn reserve() -> Result<(), StockError> {
    find(7)?;
    Ok(())
}

fn order() -> Result<(), ApiError> {
    reserve()?;
    Ok(())
}

#[test]
fn an_enum_of_a_module_has_the_codes_of_its_variants() {
    assert_eq!(OrderError::CODES, [ApiErrorCode::OrderNotFound, ApiErrorCode::Internal]);
    let error = find(7).expect_err("an error");
    assert_eq!(error.code(), ApiErrorCode::OrderNotFound);
    assert_eq!(ApiErrorCode::from(error), ApiErrorCode::OrderNotFound);
    let error = OrderError::Store(std::io::Error::other("disk full"));
    assert_eq!(error.report(), "Something broke on our side.: disk full");
}

#[test]
fn an_enum_of_a_module_is_a_part_of_the_whole_and_keeps_its_code() {
    let error = order().expect_err("an error");
    assert_eq!(error.code(), Some(ApiErrorCode::OrderNotFound));
    let body = error.body().locale("fr").request_id("req_1");
    assert_eq!(
        super::json(&body),
        r#"{"status":404,"code":"order-not-found","message":"La commande 7 n’existe pas.","request_id":"req_1"}"#
    );
    assert_eq!(ApiError::from(StockError::Unavailable).code(), Some(ApiErrorCode::Unavailable));
}

#[test]
fn tables_are_shared() {
    assert!(std::ptr::eq(OrderError::CATALOG, ApiError::CATALOG));
    assert!(std::ptr::eq(StockError::STATUSES, ApiError::STATUSES));
    assert!(std::ptr::eq(ApiErrorCode::CATALOG, <ApiErrorCode as CatalogCode>::CATALOG));
    assert_eq!(size_of::<ApiErrorCode>(), 1);
    let answer = OrderError::decode(404, br#"{"code":"order-not-found"}"#);
    assert_eq!(answer.code(), Some(ApiErrorCode::OrderNotFound));
}

#[test]
fn an_error_may_hold_one_of_its_own() {
    let error = RetriedError::Again(Box::new(RetriedError::Unavailable));
    assert_eq!(error.code(), Some(ApiErrorCode::Unavailable));
    assert_eq!(RetriedError::CODES, [ApiErrorCode::Unavailable]);
}

#[test]
fn an_error_that_is_called_alike_covers_its_codes() {
    let errors = [
        Error::from(orders::Error::OrderNotFound { order_id: 7 }),
        Error::OutOfStock { sku: "tea".into(), available: 0 },
        Error::RateLimited { retry_after: std::time::Duration::from_secs(1) },
        Error::from(ErrorRest::Internal),
    ];
    let codes = errors.map(|error| error.code().expect("a code of the catalog"));
    let [order, rest @ ..] = codes;
    assert_eq!(order, ErrorCode::OrderNotFound);
    assert_eq!(rest, [ErrorCode::OutOfStock, ErrorCode::RateLimited, ErrorCode::Internal]);
}
