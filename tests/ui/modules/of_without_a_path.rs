use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml")]
enum Api {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml", of)]
enum OrderError {
    OrderNotFound { order_id: u64 },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml", of = [ApiCode])]
enum StockError {
    OrderNotFound { order_id: u64 },
}

fn main() {}
