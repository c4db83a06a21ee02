use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/unknown_tag.toml")]
pub enum Demo {}

fn main() {}
