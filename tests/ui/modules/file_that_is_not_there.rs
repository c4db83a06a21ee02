use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml")]
enum Api {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/error.toml", of = ApiCode)]
enum OrderError {
    Internal,
}

fn main() {}
