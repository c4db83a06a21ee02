use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/not_utf8.toml")]
enum Errors {}

fn main() {}
