use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/string_not_closed.toml")]
enum Errors {}

fn main() {}
