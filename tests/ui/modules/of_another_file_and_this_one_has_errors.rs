use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/modules/payments.toml")]
enum Payments {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/broken.toml", of = PaymentsCode)]
enum OrderError {
    Internal,
}

fn main() {}
