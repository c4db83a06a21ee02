use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum Error {
    #[catalog]
    Lost,
    #[catalog()]
    Gone,
    #[catalog = "not-found"]
    Missing,
}

fn main() {}
