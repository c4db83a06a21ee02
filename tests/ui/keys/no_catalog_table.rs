use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/no_catalog_table.toml")]
enum Errors {}

fn main() {}
