use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/inner_without_a_table.toml")]
enum Errors {}

fn main() {}
