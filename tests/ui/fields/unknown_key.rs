use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error {
    Internal {
        #[catalog(privat)]
        shard: u8,
        #[catalog(debug)]
        details: Vec<u8>,
        #[catalog(code = "internal")]
        request_id: String,
    },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
