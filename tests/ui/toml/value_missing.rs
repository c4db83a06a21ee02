use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/value_missing.toml")]
enum Errors {}

fn main() {}
