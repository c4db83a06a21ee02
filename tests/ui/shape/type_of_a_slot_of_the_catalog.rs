use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/type_of_a_slot_of_the_catalog.toml")]
pub enum Demo {}

fn main() {}
