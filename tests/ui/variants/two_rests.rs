use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    #[catalog(rest)]
    Other(ErrorRest),
    #[catalog(rest)]
    Unknown(ErrorRest),
}

fn main() {}
