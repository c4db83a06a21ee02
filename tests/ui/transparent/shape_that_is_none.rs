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
    #[catalog(transparent, shape = "outer")]
    Payment(PaymentError),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum StockError {
    Internal,
    #[catalog(transparent, shape = "iner")]
    Payment(PaymentError),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum CartError {
    Internal,
    #[catalog(transparent, shape = inner)]
    Payment(PaymentError),
}

fn main() {}
