use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", crate = "api_error_catalog")]
enum Errors {}

fn main() {}
