use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/rest/catalog.toml")]
enum Error {
    NotFound { account_id: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
