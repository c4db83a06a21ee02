use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error {
    Internal {
        #[catalog]
        shard: u8,
    },
    #[catalog(code = "internal")]
    Broken {
        #[catalog = "private"]
        shard: u8,
    },
    #[catalog(code = "internal")]
    Crashed {
        #[catalog("private")]
        shard: u8,
    },
    #[catalog(code = "internal")]
    Aborted {
        #[catalog()]
        shard: u8,
    },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
