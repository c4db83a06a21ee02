use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", code = Codes)]
enum Errors {}

#[derive(ApiErrorCatalog)]
#[catalog(file = "ui/attribute/catalog.toml")]
enum MoreErrors {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", locale = "en")]
enum YetMoreErrors {}

fn main() {}
