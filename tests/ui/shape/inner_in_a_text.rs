use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/inner_in_a_text.toml")]
enum Errors {}

fn main() {}
