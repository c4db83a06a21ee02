use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/codes/self.toml")]
enum Errors {}

fn main() {}
