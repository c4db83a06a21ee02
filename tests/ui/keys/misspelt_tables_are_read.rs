use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/misspelt_tables_are_read.toml")]
enum Errors {}

fn main() {}
