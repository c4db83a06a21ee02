use api_error_catalog::ApiErrorCatalog;
use axum::http::Method;
use crate::cache::CacheError;
use crate::db::DbError;
use crate::db::OrderState;
use std::io;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/imported/error.toml")]
pub(crate) enum ApiError {
    InvalidBody {
        value: String,
    },
    InvalidField {
        value: String,
    },
    InvalidPath {
        value: String,
    },
    InvalidQuery {
        value: String,
    },
    Unauthorized,
    OrderNotFound {
        order_id: u32,
    },
    RouteNotFound {
        path: String,
    },
    MethodNotAllowed {
        method: Method,
    },
    OrderClosed {
        order_id: u32,
        state: OrderState,
    },
    OutOfStock {
        sku: String,
        available: u32,
    },
    BodyTooLarge {
        body_limit: String,
    },
    UnsupportedMediaType,
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

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/imported/error.toml", of = ApiErrorCode)]
pub(crate) enum PaymentError {
    CardDeclined {
        last_digits: String,
        bank_answer: &'static str,
    },
    InsufficientFunds {
        available: u32,
        amount: u32,
    },
    ProviderBusy {
        seconds: u32,
    },
    ProviderFailed {
        payment_id: String,
        #[source]
        source: io::Error,
    },
}
