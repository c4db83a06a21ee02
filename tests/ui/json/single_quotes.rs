use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/single_quotes.json")]
enum Errors {}

fn main() {}
