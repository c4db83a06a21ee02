use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/base_out_of_the_package.toml")]
enum Errors {}

fn main() {}
