use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/modules/payments.toml")]
enum PaymentError {
    #[catalog(rest)]
    Rest(PaymentErrorRest),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/all_at_once/capped_variants.toml")]
enum Error {
    #[catalog(transparent)]
    Payment(#[from] PaymentError),
}

fn main() {}
