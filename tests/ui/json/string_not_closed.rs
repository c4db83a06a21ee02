use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/string_not_closed.json")]
enum Errors {}

fn main() {}
