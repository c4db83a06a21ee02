use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/missing_locale.toml")]
enum Errors {}

fn main() {}
