use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/name_of_a_slot.toml")]
enum Errors {}

fn main() {}
