use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/placeholders/locale_with_a_mistake_of_its_own.toml")]
enum Errors {}

fn main() {}
