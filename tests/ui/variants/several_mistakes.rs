use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFond { account_id: String },
    InsufficientFunds { account: String },
    #[catalog(code = "teapot")]
    Brew,
    #[catalog(rest)]
    Other,
}

fn main() {}
