use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFound,
    InsufficientFunds { account_id: String },
    Internal,
}

fn main() {}
