use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/not_closed.json")]
enum Errors {}

fn main() {}
