use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/places.json")]
enum Errors {}

fn main() {}
