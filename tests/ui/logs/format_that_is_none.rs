use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/logs/catalog.toml")]
enum Error {
    #[catalog(log = "loading order {order_id:d}")]
    OrderNotFound { order_id: u64 },
}

fn main() {}
