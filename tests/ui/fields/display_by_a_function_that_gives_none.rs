use std::path::{Path, PathBuf};

use api_error_catalog::ApiErrorCatalog;

fn name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error {
    NotFound {
        #[catalog(display = name)]
        path: PathBuf,
    },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
