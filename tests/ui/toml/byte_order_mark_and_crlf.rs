use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/byte_order_mark_and_crlf.toml")]
enum Errors {}

fn main() {}
