use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/keys/unknown_keys.toml")]
enum Errors {}

fn main() {}
