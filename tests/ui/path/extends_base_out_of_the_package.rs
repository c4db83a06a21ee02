use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/extends/base_out_of_the_package.toml")]
enum Errors {}

fn main() {}
