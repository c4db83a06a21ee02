use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/attribute/catalog.toml", locale = "en", codes = "Codes", crates = api_error_catalog)]
enum Error {
    #[catalog(code = not_found)]
    Lost,
    #[catalog(rest)]
    Other(ErrorRest),
}

fn code() -> ErrorCode {
    Error::Other(ErrorRest::NotFound).code()
}

fn main() {}
