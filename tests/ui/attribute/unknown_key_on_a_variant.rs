use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum Error {
    #[catalog(codes = "not-found")]
    Lost,
    #[catalog("not-found")]
    Gone,
    #[catalog(others)]
    Other(ErrorCode),
}

fn main() {}
