use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("C:/errors.toml")]
enum Errors {}

fn main() {}
