use api_error_catalog::{ApiErrorCatalog, CatalogCode};

fn count<C: CatalogCode>(_: C) {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/generics/catalog.toml")]
enum Error {
    Internal,
}

fn main() {
    count(500);
    count(Error::Internal);
}
