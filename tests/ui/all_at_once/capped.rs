use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/all_at_once/capped.toml")]
enum Errors {}

fn main() {}
