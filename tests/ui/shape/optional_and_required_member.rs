use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/optional_and_required_member.toml")]
pub enum Demo {}

fn main() {}
