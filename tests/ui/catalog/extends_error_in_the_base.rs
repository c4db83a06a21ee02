use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/extends/error_in_the_base.toml")]
enum Errors {}

fn main() {}
