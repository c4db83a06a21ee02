use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFound {
        account_id: String,
        #[source]
        io: std::io::Error,
        #[from]
        number: std::num::ParseIntError,
    },
    InsufficientFunds { account_id: String, amount: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
