use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/duplicate_table.toml")]
enum Errors {}

fn main() {}
