//! The payment provider, and what goes wrong there.

use std::io::{self, ErrorKind};

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

/// Charges a card. As with other providers, some cards are for tests, and fail.
pub(crate) fn charge(order_id: u32, card: &str, amount: u32) -> Result<(), PaymentError> {
    let last_digits = card.chars().skip(card.chars().count().saturating_sub(4)).collect::<String>();
    match last_digits.as_str() {
        "0002" => Err(PaymentError::CardDeclined { last_digits, bank_answer: "card expired" }),
        "9995" => Err(PaymentError::InsufficientFunds { available: 300, amount }),
        "0429" => Err(PaymentError::ProviderBusy { seconds: 120 }),
        "0119" => Err(PaymentError::ProviderFailed {
            payment_id: format!("pay_{order_id}"),
            source: io::Error::new(
                ErrorKind::ConnectionReset,
                "pay-3.internal reset the connection",
            ),
        }),
        _ => Ok(()),
    }
}
