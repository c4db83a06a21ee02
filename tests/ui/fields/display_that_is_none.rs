use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error {
    NotFound {
        #[catalog(display = "pretty")]
        path: Vec<u8>,
    },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum OtherError {
    NotFound {
        #[catalog(display)]
        path: Vec<u8>,
    },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum ThirdError {
    NotFound {
        #[catalog(display = |path| path.len())]
        path: Vec<u8>,
    },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
