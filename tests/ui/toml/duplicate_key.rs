use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/duplicate_key.toml")]
enum Errors {}

fn main() {}
