use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/unregistered_and_registered.toml")]
enum Errors {}

fn main() {}
