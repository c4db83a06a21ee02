use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml")]
enum Errors<T> {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml")]
enum MoreErrors<'a, const N: usize> {}

fn main() {}
