use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/tabs_before_the_caret.toml")]
enum Errors {}

fn main() {}
