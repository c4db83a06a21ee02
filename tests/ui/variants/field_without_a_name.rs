use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFound(String),
    InsufficientFunds(String, String),
    Internal(std::io::Error),
}

fn main() {}
