use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml")]
enum Error {
    #[catalog(rest = ErrorCode)]
    Other(ErrorCode),
}

fn main() {}
