use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error {
    NotFound {
        #[catalog(private)]
        path: String,
    },
    #[catalog(code = "not-found")]
    Unreadable {
        #[source]
        path: std::io::Error,
    },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
