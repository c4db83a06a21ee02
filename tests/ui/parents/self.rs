use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/parents/self.toml")]
enum Errors {}

fn main() {}
