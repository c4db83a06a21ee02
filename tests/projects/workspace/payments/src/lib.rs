//! Payments by card, and what goes wrong with them.

use std::fmt::{Debug, Display};
use std::time::Duration;

use api_error_catalog::ApiErrorCatalog;
use bank::BankError;

/// What goes wrong with a payment, by whatever names a card.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("problems.toml")]
pub enum PaymentError<C: Debug + Display> {
    /// It was declined.
    CardDeclined {
        /// Which.
        card: C,
        /// Why.
        #[catalog(display = joined)]
        reasons: Vec<&'static str>,
    },
    /// It was tried too often.
    TooManyAttempts {
        /// Which; `None` where it is not known.
        card: Option<C>,
        /// How long to wait.
        retry_after: Duration,
    },
    /// Every other problem.
    #[catalog(rest)]
    Other(PaymentErrorRest),
    /// The bank has an error of its own.
    #[catalog(transparent)]
    Bank(#[from] BankError),
}

fn joined(reasons: &[&str]) -> String {
    reasons.join(" and ")
}

/// Charges a card for an account and gives the number of the payment. Some accounts are for tests, and
/// fail.
///
/// # Errors
///
/// Where the card or the bank does not take part.
pub fn charge<C: Debug + Display>(card: C, account: u64) -> Result<u64, PaymentError<C>> {
    match account {
        402 => Err(PaymentError::CardDeclined { card, reasons: vec!["expired", "stolen"] }),
        429 => {
            let retry_after = Duration::from_secs(90);
            Err(PaymentError::TooManyAttempts { card: Some(card), retry_after })
        }
        503 => Err(PaymentErrorRest::Closed.into()),
        _ => Ok(bank::transfer(account)?),
    }
}
