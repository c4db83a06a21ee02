use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/json/one_long_line.json")]
enum Errors {}

fn main() {}
