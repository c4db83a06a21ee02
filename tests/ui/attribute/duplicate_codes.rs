use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", codes = Codes, codes = MoreCodes)]
enum Errors {}

fn main() {}
