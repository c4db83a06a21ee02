use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/code_is_no_number.toml")]
enum Errors {}

fn main() {}
