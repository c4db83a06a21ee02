// A code is declared at the variant that stands for it: an editor finds either from the other.

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFound { account_id: String },
    InsufficientFunds { account_id: String, amount: String },
    #[catalog(code = "internal")]
    Storage(#[source] std::io::Error),
}

fn is_found(code: ErrorCode) -> bool {
    match code {
        ErrorCode::InsufficientFunds | ErrorCode::Internal => true,
    }
}

fn main() {}
