use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/payments.toml")]
enum Errors {}

fn main() {}
