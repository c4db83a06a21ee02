use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError {
    Internal,
    #[catalog(transparent)]
    Text(String),
}

fn main() {}
