use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum Error {
    #[catalog(code = "internal", log = "reading the store: {error}")]
    Store(#[from] std::io::Error),
    #[catalog(log = "on shard {shard}")]
    Internal,
}

fn main() {}
