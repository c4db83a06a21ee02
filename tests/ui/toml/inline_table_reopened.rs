use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/inline_table_reopened.toml")]
enum Errors {}

fn main() {}
