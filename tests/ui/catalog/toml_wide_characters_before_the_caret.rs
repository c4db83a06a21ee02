use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/toml/wide_characters_before_the_caret.toml")]
enum Errors {}

fn main() {}
