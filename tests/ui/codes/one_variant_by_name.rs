use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/one_variant_by_name.toml")]
enum Errors {}

fn main() {}
