use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/unknown_slot.toml")]
enum Errors {}

fn main() {}
