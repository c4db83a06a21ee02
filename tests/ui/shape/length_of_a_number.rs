use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/length_of_a_number.toml")]
enum Errors {}

fn main() {}
