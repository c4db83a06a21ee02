use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/rest/catalog.toml")]
enum Error {
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
