use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/reserved_name.toml")]
enum Errors {}

fn main() {}
