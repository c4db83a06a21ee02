use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/no_members.toml")]
enum Errors {}

fn main() {}
