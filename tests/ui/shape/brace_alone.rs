use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/brace_alone.toml")]
enum Errors {}

fn main() {}
