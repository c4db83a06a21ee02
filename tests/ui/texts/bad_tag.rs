use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/texts/bad_tag.toml")]
enum Errors {}

fn main() {}
