use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/texts/missing_locale.toml")]
enum Errors {}

fn main() {}
