use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("/etc/errors.toml")]
enum Errors {}

fn main() {}
