use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum Error {
    NotFound {
        #[catalog(slot = "request_id")]
        request_id: String,
    },
}

fn main() {}
