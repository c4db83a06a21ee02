//! The modules together do not cover the catalog, and the whole says what it lacks.

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml", of = ApiErrorCode)]
enum OrderError {
    OrderNotFound { order_id: u64 },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml")]
enum ApiError {
    #[catalog(transparent)]
    Order(#[from] OrderError),
}

fn main() {}
