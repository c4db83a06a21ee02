use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum Error {
    #[catalog(code = "not-found", code = "not-found")]
    Lost,
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum MoreErrors {
    #[catalog(code = "not-found", rest)]
    Lost(MoreErrorsCode),
}

fn main() {}
