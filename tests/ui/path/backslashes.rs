use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui\\path\\errors.toml")]
enum Errors {}

fn main() {}
