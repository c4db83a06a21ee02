//! What wraps any error and is none itself, as anyhow's.

use api_error_catalog::ApiErrorCatalog;

struct AnyError(Box<dyn std::error::Error + Send + Sync>);

impl std::fmt::Debug for AnyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::fmt::Display for AnyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError {
    Internal,
    #[catalog(transparent)]
    Any(#[from] AnyError),
}

fn main() {}
