use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/logs/catalog.toml")]
enum Error {
    #[catalog(log = "loading order {}")]
    OrderNotFound { order_id: u64 },
    #[catalog(code = "order-not-found", log = "loading order {0:?}")]
    Lost { order_id: u64 },
}

fn main() {}
