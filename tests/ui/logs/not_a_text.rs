use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/logs/catalog.toml")]
enum Error {
    #[catalog(log = loading)]
    OrderNotFound { order_id: u64 },
    #[catalog(code = "order-not-found", log)]
    Lost { order_id: u64 },
    #[catalog(code = "order-not-found", log("loading order {order_id}"))]
    Gone { order_id: u64 },
    #[catalog(code = "order-not-found", log = "loading order {}", order_id)]
    Away { order_id: u64 },
}

fn main() {}
