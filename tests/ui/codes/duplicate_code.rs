use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/duplicate_code.toml")]
enum Errors {}

fn main() {}
