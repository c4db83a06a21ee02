use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/in_a_description.toml")]
enum Errors {}

fn main() {}
