use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/not_closed.toml")]
enum Errors {}

fn main() {}
