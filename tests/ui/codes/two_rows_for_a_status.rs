use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/two_rows_for_a_status.toml")]
enum Errors {}

fn main() {}
