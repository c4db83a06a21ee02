use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/slot_twice.toml")]
enum Errors {}

fn main() {}
