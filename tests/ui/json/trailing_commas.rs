use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/trailing_commas.json")]
enum Errors {}

fn main() {}
