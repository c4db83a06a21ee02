use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/root_is_no_object.json")]
enum Errors {}

fn main() {}
