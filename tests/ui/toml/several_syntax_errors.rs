use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/several_syntax_errors.toml")]
enum Errors {}

fn main() {}
