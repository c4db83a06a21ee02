use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", crate = ::renamed)]
enum Errors {}

fn main() {}
