use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/extends/self.toml")]
enum Errors {}

fn main() {}
