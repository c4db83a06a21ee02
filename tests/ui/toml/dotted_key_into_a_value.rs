use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/dotted_key_into_a_value.toml")]
enum Errors {}

fn main() {}
