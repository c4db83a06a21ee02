use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", codes)]
enum Errors {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", codes = "Codes")]
enum MoreErrors {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", codes = codes::Codes)]
enum YetMoreErrors {}

fn main() {}
