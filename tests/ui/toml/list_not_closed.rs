use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/list_not_closed.toml")]
enum Errors {}

fn main() {}
