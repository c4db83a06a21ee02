use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/all_at_once/twelve_mistakes.toml")]
enum Errors {}

fn main() {}
