use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/wrong_type.toml")]
enum Errors {}

fn main() {}
