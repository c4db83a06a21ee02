use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/number.json")]
enum Errors {}

fn main() {}
