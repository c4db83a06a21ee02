use api_error_catalog::ApiErrorCatalog;

struct ApiCode;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml", of = self::ApiCode)]
enum OrderError<E: std::error::Error + 'static> {
    OrderNotFound { order_id: u64 },
    OutOfStock {
        sku: String,
        available: u8,
        #[source]
        cause: E,
    },
    #[catalog(rest)]
    Other(OrderErrorRest),
}

fn main() {}
