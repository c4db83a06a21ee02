use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError {
    #[catalog(shape = "inner")]
    Internal,
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum StockError {
    #[catalog(code = "internal", shape = "inner")]
    Broken,
}

fn main() {}
