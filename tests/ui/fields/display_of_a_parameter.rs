use std::fmt::Debug;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error<P: Debug> {
    NotFound { path: P },
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
