use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/bad_escape.json")]
enum Errors {}

fn main() {}
