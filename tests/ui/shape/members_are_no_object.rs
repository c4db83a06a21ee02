use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/shape/members_are_no_object.toml")]
enum Errors {}

fn main() {}
