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
    #[catalog(rest)]
    Other(ApiErrorRest),
}

fn main() {}
