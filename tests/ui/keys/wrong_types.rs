use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/wrong_types.toml")]
enum Errors {}

fn main() {}
