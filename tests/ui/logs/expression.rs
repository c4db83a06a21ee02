use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/logs/catalog.toml")]
enum Error {
    #[catalog(log = "loading order {self.order_id}")]
    OrderNotFound { order_id: u64 },
    #[catalog(code = "order-not-found", log = "loading order {order_id.len()}")]
    Lost { order_id: u64 },
}

fn main() {}
