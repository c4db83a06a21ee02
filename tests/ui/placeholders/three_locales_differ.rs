use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/three_locales_differ.toml")]
enum Errors {}

fn main() {}
