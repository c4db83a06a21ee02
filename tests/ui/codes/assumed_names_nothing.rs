use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/assumed_names_nothing.toml")]
enum Errors {}

fn main() {}
