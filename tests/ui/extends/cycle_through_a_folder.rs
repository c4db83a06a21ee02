use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/cycle_through_a_folder.toml")]
enum Errors {}

fn main() {}
