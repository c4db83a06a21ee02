use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/codes/code_is_an_alias.toml")]
enum Errors {}

fn main() {}
