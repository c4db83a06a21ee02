use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/code_where_none_is_sent.toml")]
enum Errors {}

fn main() {}
