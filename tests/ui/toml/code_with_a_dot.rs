use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/code_with_a_dot.toml")]
enum Errors {}

fn main() {}
