use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/missing_colon.json")]
enum Errors {}

fn main() {}
