use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/placeholders/locales_differ.toml")]
enum Errors {}

fn main() {}
