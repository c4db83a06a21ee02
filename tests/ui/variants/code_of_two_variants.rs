use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    NotFound { account_id: String },
    #[catalog(code = "not-found")]
    Lost { account_id: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
