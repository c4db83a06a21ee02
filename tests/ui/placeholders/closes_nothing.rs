use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/closes_nothing.toml")]
enum Errors {}

fn main() {}
