use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/json_base.toml")]
enum Errors {}

fn main() {}
