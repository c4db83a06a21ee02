use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/keys/required_facts.toml")]
enum Errors {}

fn main() {}
