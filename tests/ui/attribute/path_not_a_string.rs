use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog(errors.toml)]
enum Unquoted {}

#[derive(ApiErrorCatalog)]
#[catalog(404)]
enum Number {}

#[derive(ApiErrorCatalog)]
#[catalog(b"errors.toml")]
enum Bytes {}

fn main() {}
