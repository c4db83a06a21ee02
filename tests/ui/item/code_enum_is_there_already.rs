use api_error_catalog::ApiErrorCatalog;

pub struct ErrorsCode;

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml")]
enum Errors {}

fn main() {}
