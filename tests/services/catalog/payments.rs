//! What goes wrong at the payment provider. What is said of it is in `payments.toml`.

use std::io;

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/payments.toml")]
pub(crate) enum PaymentError {
    CardDeclined {
        last_digits: String,
        bank_answer: &'static str,
    },
    InsufficientFunds {
        available: u32,
        amount: u32,
    },
    ProviderBusy {
        seconds: u32,
    },
    ProviderFailed {
        payment_id: String,
        #[source]
        source: io::Error,
    },
}
