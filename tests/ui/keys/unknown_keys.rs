use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/unknown_keys.toml")]
enum Errors {}

fn main() {}
