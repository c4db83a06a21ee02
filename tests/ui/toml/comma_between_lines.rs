use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/comma_between_lines.toml")]
enum Errors {}

fn main() {}
