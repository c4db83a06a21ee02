use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/missing_locales.toml")]
enum Errors {}

fn main() {}
