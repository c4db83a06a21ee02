use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/clash_with_the_base.toml")]
enum Errors {}

fn main() {}
