use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", "ui/attribute/catalog.toml")]
enum Errors {}

fn main() {}
