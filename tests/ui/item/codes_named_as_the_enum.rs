use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml", codes = Errors)]
enum Errors {}

fn main() {}
