use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/unknown_tables.toml")]
enum Errors {}

fn main() {}
