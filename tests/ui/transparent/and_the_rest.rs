use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError {
    #[catalog(transparent, rest)]
    Other(OrderErrorRest),
}

fn main() {}
