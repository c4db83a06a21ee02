use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/case_mismatch.toml")]
enum Errors {}

fn main() {}
