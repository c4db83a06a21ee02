use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFound { acount_id: String },
    InsufficientFunds { account_id: String, amount: String, currency: String },
    Internal { detail: String },
}

fn main() {}
