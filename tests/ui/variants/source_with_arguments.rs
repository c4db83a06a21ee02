use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    Internal(#[source(io)] std::io::Error),
    NotFound {
        account_id: String,
        #[source = "io"]
        io: std::io::Error,
    },
    InsufficientFunds { account_id: String, amount: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
