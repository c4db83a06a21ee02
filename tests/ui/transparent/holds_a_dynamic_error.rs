use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError {
    Internal,
    #[catalog(transparent)]
    Disk(#[from] Box<dyn std::error::Error + Send + Sync>),
}

fn main() {}
