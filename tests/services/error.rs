//! The errors of the API. What they say, and which stand for a framework's own, is in `errors.toml`.

use api_error_catalog::ApiErrorCatalog;

use super::payments::PaymentError;
use crate::cache::CacheError;
use crate::db::{DbError, OrderState};

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/errors.toml")]
pub(crate) enum ApiError {
    Unauthorized,
    OrderNotFound { order_id: u32 },
    OrderClosed { order_id: u32, state: OrderState },
    OutOfStock { sku: String, available: u32 },
    RateLimited { seconds: u32 },
    Unavailable(#[source] DbError),
    Db(#[source(code = "internal")] DbError),
    Cache(#[from(code = "internal")] CacheError),
    Other(#[from(code = "internal")] anyhow::Error),
    Payment(#[from(transparent)] PaymentError),
}

impl From<DbError> for ApiError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NoConnection { .. } => Self::Unavailable(error),
            DbError::Query { .. } => Self::Db(error),
        }
    }
}
