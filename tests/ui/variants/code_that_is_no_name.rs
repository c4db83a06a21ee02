use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/shared.toml")]
enum StoreError {
    #[catalog(code = "InvalidArgument")]
    Invalid,
    #[catalog(code = "key-too-longs")]
    KeyTooLong,
    #[catalog(rest)]
    Other(StoreErrorRest),
}

fn main() {}
