use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/plain_string_and_two_locales.toml")]
enum Errors {}

fn main() {}
