//! The errors of the API. What they say, and which stand for a framework's own, is in `errors.toml`.

use api_error_catalog::ApiErrorCatalog;

use super::payments::PaymentError;
use crate::cache::CacheError;
use crate::db::{DbError, OrderState};

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/errors.toml")]
pub(crate) enum ApiError {
    Unauthorized,
    OrderNotFound {
        order_id: u32,
    },
    OrderClosed {
        order_id: u32,
        state: OrderState,
    },
    OutOfStock {
        sku: String,
        available: u32,
    },
    RateLimited {
        seconds: u32,
    },
    #[catalog(code = "internal")]
    Db(#[source] DbError),
    #[catalog(code = "internal")]
    Cache(#[from] CacheError),
    #[catalog(code = "internal")]
    Other(#[from] anyhow::Error),
    Unavailable(#[source] DbError),
    #[catalog(transparent)]
    Payment(#[from] PaymentError),
}

impl From<DbError> for ApiError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NoConnection { .. } => Self::Unavailable(error),
            DbError::Query { .. } => Self::Db(error),
        }
    }
}
