use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/extends/missing_base_in_a_folder.toml")]
enum Errors {}

fn main() {}
