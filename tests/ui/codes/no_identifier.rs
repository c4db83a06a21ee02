use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/no_identifier.toml")]
enum Errors {}

fn main() {}
