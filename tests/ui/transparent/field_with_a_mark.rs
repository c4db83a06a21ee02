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
    #[catalog(transparent)]
    Payment(#[source] PaymentError),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum StockError {
    Internal,
    #[catalog(transparent)]
    Payment(
        /// The error of the payment.
        #[catalog(private)]
        PaymentError,
    ),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum CartError {
    Internal,
    #[catalog(transparent)]
    Payment(#[catalog(display = "debug")] PaymentError),
}

fn main() {}
