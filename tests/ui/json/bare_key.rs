use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/bare_key.json")]
enum Errors {}

fn main() {}
