use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/json/more_behind_the_end.json")]
enum Errors {}

fn main() {}
