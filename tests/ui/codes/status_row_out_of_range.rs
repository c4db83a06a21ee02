use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/status_row_out_of_range.toml")]
enum Errors {}

fn main() {}
