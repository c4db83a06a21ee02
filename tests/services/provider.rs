//! The payment provider.

use std::io::{self, ErrorKind};

use super::payments::PaymentError;

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
