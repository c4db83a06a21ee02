use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/one_locale_has_more.toml")]
enum Errors {}

fn main() {}
