use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError {
    Internal,
    #[catalog(transparent)]
    Disk(#[from] Box<std::io::Error>),
}

fn main() {}
