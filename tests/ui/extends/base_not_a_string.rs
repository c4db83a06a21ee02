use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/base_not_a_string.toml")]
enum Errors {}

fn main() {}
