use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
enum Errors {}

fn main() {}
