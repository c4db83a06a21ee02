use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml")]
enum ApiError {
    NotFound,
}

fn main() {}
