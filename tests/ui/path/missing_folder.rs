use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("fixtures/errors.toml")]
enum Errors {}

fn main() {}
