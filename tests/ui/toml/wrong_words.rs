use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/wrong_words.toml")]
enum Errors {}

fn main() {}
