use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/one_variant_for_two_codes.toml")]
enum Errors {}

fn main() {}
