use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/docs_is_no_link.toml")]
pub enum Demo {}

fn main() {}
