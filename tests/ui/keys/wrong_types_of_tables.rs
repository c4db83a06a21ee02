use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/wrong_types_of_tables.toml")]
enum Errors {}

fn main() {}
