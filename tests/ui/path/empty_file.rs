use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/empty_file.toml")]
enum Errors {}

fn main() {}
