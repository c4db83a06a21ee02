use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/one_long_line.json")]
enum Errors {}

fn main() {}
