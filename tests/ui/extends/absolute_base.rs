use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/absolute_base.toml")]
enum Errors {}

fn main() {}
