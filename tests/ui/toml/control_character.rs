use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/toml/control_character.toml")]
enum Errors {}

fn main() {}
