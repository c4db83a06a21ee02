use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/parents/unknown_parent.toml")]
enum Errors {}

fn main() {}
