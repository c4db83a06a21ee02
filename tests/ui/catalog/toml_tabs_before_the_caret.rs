use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/toml/tabs_before_the_caret.toml")]
enum Errors {}

fn main() {}
