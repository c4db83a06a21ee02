use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/no_body.toml")]
enum Errors {}

fn main() {}
