use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/errors.yaml")]
enum Errors {}

fn main() {}
