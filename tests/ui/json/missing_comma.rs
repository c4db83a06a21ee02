use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/missing_comma.json")]
enum Errors {}

fn main() {}
