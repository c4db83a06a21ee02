use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/not_a_name.toml")]
enum Errors {}

fn main() {}
