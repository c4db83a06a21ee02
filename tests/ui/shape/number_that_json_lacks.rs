use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/number_that_json_lacks.toml")]
enum Errors {}

fn main() {}
