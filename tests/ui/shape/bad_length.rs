use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/bad_length.toml")]
enum Errors {}

fn main() {}
