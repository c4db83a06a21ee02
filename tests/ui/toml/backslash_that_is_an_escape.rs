use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/backslash_that_is_an_escape.toml")]
enum Errors {}

fn main() {}
