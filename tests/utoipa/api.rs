//! The operations of a service, and the errors of each.

use std::fmt;

use api_error_catalog::ApiErrorCatalog;
use api_error_catalog::utoipa::WithCatch;
use utoipa::OpenApi;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("utoipa/errors.toml")]
pub(crate) enum ApiError {
    Unauthorized,
    NoTea {
        tea: String,
    },
    NoPot {
        cups: u8,
    },
    SlowDown {
        retry_after: std::time::Duration,
    },
    NotModified,
    #[catalog(code = "internal")]
    Broken(#[source] Broken),
    #[catalog(transparent)]
    Payment(PaymentError),
}

/// The errors of one operation.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("utoipa/errors.toml", of = ApiErrorCode)]
pub(crate) enum PourError {
    NoTea {
        tea: String,
    },
    NoPot {
        cups: u8,
    },
    /// In its own shape.
    #[catalog(transparent, shape = "inner")]
    Payment(Box<PaymentError>),
    /// Nobody knows what it is.
    #[catalog(transparent)]
    Other(Box<dyn api_error_catalog::CatalogError>),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("utoipa/payments.toml")]
pub(crate) enum PaymentError {
    Declined { answer: String },
    Internal,
}

#[derive(Debug)]
pub(crate) struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the pot is broken")
    }
}

impl std::error::Error for Broken {}

#[utoipa::path(get, path = "/teas", responses((status = 200, description = "All teas"), ApiError))]
fn list() {}

#[utoipa::path(post, path = "/pour", responses((status = 200, description = "A cup"), PourError))]
fn pour() {}

#[utoipa::path(put, path = "/teas", responses((status = 200, description = "Put"), WithCatch<ApiError>))]
fn put() {}

#[utoipa::path(get, path = "/pay", responses((status = 402, description = "No", body = PaymentError)))]
fn pay() {}

#[derive(OpenApi)]
#[openapi(paths(list, pour, put, pay))]
pub(crate) struct Document;
