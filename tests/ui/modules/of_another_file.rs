use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/modules/payments.toml")]
enum Payments {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml", of = PaymentsCode)]
enum OrderError {
    OrderNotFound { order_id: u64 },
}

fn main() {}
