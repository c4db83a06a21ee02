use api_error_catalog::ApiErrorCatalog;

#[derive(Debug)]
struct Location(String);

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error {
    NotFound {
        #[catalog(json)]
        path: Location,
    },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
