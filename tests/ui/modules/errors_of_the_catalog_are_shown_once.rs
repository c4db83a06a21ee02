use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/modules/broken.toml")]
enum Api {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/broken.toml", of = ApiCode)]
enum OrderError {
    OrderNotFound { order_id: u64 },
    Internal,
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/broken.toml", of = ApiCode)]
enum StockError {
    Internal,
    #[catalog(rest)]
    Other(StockErrorRest),
}

fn main() {}
