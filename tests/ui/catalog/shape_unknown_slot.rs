use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("diagnostics/shape/unknown_slot.toml")]
enum Errors {}

fn main() {}
