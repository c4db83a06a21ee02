use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/names_of_the_prelude.toml")]
enum Errors {}

fn main() {}
