use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/syntax_error_in_the_base.toml")]
enum Errors {}

fn main() {}
