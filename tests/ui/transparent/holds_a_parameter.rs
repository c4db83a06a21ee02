use std::fmt::Debug;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError<E: Debug> {
    Internal,
    #[catalog(transparent)]
    Payment(E),
}

fn main() {}
