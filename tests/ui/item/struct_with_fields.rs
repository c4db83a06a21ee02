use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/item/catalog.toml")]
struct NotFound {
    #[source]
    cause: std::io::Error,
}

fn main() {}
