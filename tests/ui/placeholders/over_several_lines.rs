use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/over_several_lines.toml")]
enum Errors {}

fn main() {}
