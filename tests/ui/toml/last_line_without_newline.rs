use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/last_line_without_newline.toml")]
enum Errors {}

fn main() {}
