use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/path/elsewere/payments.toml")]
enum Errors {}

fn main() {}
