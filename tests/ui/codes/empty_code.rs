use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/empty_code.toml")]
enum Errors {}

fn main() {}
