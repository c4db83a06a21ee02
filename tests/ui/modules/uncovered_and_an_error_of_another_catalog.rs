use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/payments.toml")]
enum PaymentError {
    CardDeclined,
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/errors.toml")]
enum ApiError {
    #[catalog(transparent)]
    Payment(#[from] PaymentError),
    #[catalog(rest)]
    Other(ApiErrorRest),
}

fn main() {}
