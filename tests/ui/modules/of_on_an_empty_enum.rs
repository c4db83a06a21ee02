use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml")]
enum Api {}

#[derive(ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml", of = ApiCode)]
enum OrderError {}

fn main() {}
