use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFound {
        account_id: String,
        #[from]
        io: std::io::Error,
    },
    InsufficientFunds { account_id: String, amount: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
