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
    Payment(PaymentError, String),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum StockError {
    Internal,
    #[catalog(transparent)]
    Payment {
        error: PaymentError,
        #[catalog(private)]
        shard: u8,
    },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml")]
enum CartError {
    Internal,
    #[catalog(transparent)]
    Payment {
        #[from]
        error: PaymentError,
        shard: u8,
    },
}

fn main() {}
