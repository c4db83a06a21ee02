use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/cycle.toml")]
enum Errors {}

fn main() {}
