use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/bad_slot_name.toml")]
enum Errors {}

fn main() {}
