use api_error_catalog::ApiErrorCatalog;

struct ApiCode;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml", of = ApiCode)]
enum OrderError {
    OrderNotFound { order_id: u64 },
}

fn main() {}
