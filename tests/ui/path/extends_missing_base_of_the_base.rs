use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/extends/missing_base_of_the_base.toml")]
enum Errors {}

fn main() {}
