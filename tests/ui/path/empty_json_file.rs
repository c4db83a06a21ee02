use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/empty_file.json")]
enum Errors {}

fn main() {}
