use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/duplicate_key.json")]
enum Errors {}

fn main() {}
