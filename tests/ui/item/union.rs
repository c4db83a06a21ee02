use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml")]
union Errors {
    number: u16,
}

fn main() {}
