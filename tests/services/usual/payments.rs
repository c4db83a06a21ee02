//! What goes wrong at the payment provider.

use std::io;

use axum::http::StatusCode;
use thiserror::Error;

#[derive(Debug, Error)]
pub(crate) enum PaymentError {
    #[error("The bank declined the card ending in {last_digits}: {bank_answer}.")]
    CardDeclined { last_digits: String, bank_answer: &'static str },
    #[error("The account holds {available} of the {amount} cents that are due.")]
    InsufficientFunds { available: u32, amount: u32 },
    #[error("The payment provider takes no requests for {seconds} seconds.")]
    ProviderBusy { seconds: u32 },
    #[error("The payment provider did not answer: payment {payment_id} may have gone through.")]
    ProviderFailed { payment_id: String, source: io::Error },
}

impl PaymentError {
    pub(crate) fn status_and_code(&self) -> (StatusCode, &'static str) {
        match self {
            Self::CardDeclined { .. } => (StatusCode::PAYMENT_REQUIRED, "card-declined"),
            Self::InsufficientFunds { .. } => (StatusCode::PAYMENT_REQUIRED, "insufficient-funds"),
            Self::ProviderBusy { .. } => (StatusCode::SERVICE_UNAVAILABLE, "provider-busy"),
            Self::ProviderFailed { .. } => (StatusCode::BAD_GATEWAY, "provider-failed"),
        }
    }
}
