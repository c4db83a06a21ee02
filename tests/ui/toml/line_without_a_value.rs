use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/line_without_a_value.toml")]
enum Errors {}

fn main() {}
