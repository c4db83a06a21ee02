use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/reserved_slot_name.toml")]
enum Errors {}

fn main() {}
