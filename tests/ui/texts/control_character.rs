use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/control_character.toml")]
enum Errors {}

fn main() {}
