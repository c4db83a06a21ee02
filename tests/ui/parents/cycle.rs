use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/parents/cycle.toml")]
enum Errors {}

fn main() {}
