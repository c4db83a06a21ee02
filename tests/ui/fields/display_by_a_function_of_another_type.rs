use std::path::PathBuf;

use api_error_catalog::ApiErrorCatalog;

fn lossy(path: PathBuf) -> String {
    path.to_string_lossy().into_owned()
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error {
    NotFound {
        #[catalog(display = lossy)]
        path: PathBuf,
    },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
