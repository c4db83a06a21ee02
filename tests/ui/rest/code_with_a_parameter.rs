use std::time::Duration;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/rest/catalog.toml")]
enum Error {
    NotFound { account_id: String },
    RateLimited { retry_after: Duration },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    let _ = Error::Other(ErrorRest::NotFound);
}
