use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/not_json.json")]
enum Errors {}

fn main() {}
