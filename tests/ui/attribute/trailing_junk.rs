use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml" codes = Codes)]
enum Errors {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml"; "fr")]
enum MoreErrors {}

fn main() {}
