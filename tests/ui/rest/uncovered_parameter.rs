use std::time::Duration;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/rest/catalog.toml")]
enum Error {
    RateLimited { retry_after: Duration },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {}
