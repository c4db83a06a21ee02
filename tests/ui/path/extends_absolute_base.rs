use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/extends/absolute_base.toml")]
enum Errors {}

fn main() {}
