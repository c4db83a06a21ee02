use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/eror.toml")]
enum Errors {}

fn main() {}
