use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/empty_text.toml")]
enum Errors {}

fn main() {}
