use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/required_texts_in_two_locales.toml")]
enum Errors {}

fn main() {}
