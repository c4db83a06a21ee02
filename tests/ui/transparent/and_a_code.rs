use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/payments.toml")]
enum PaymentError {
    CardDeclined { card: String },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum OrderError {
    Internal,
    #[catalog(code = "internal", transparent)]
    Payment(PaymentError),
}

fn main() {}
