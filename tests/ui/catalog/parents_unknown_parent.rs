use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/parents/unknown_parent.toml")]
enum Errors {}

fn main() {}
