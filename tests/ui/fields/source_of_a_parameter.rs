use std::fmt::Debug;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml", of = FilesCode)]
enum Error<E: Debug> {
    Internal(#[source] E),
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/fields/catalog.toml")]
enum Files {}

fn main() {}
