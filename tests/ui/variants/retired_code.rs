use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    Teapot,
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
