use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/unknown_locale.toml")]
enum Errors {}

fn main() {}
