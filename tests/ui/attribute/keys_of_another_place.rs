use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", log = "no such thing")]
enum Error {
    #[catalog(private, of = Codes, json)]
    NotFound {
        #[catalog(transparent)]
        request_id: String,
    },
}

fn main() {}
