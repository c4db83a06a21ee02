use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/bad_escape.toml")]
enum Errors {}

fn main() {}
