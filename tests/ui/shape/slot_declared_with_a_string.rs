use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/slot_declared_with_a_string.toml")]
enum Errors {}

fn main() {}
