use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/catalog.toml")]
enum Error {
    Payment(#[source] std::io::Error),
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
