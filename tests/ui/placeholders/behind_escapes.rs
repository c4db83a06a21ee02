use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/behind_escapes.toml")]
enum Errors {}

fn main() {}
