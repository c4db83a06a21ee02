//! An API over orders and payments, which has errors of three catalogs.

pub mod orders;

use std::fmt;

use api_error_catalog::ApiErrorCatalog;
use payments::PaymentError;

use orders::OrderError;

/// What goes wrong.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum ApiError {
    /// With an order.
    #[catalog(transparent)]
    Order(#[from] OrderError),
    /// With a payment, in the format of this API.
    #[catalog(transparent)]
    Payment(#[from] PaymentError<Card>),
    /// With a payment, in its own format: for those who had it before this API.
    #[catalog(transparent, shape = "inner")]
    Forwarded(#[from] Box<PaymentError<Card>>),
    /// In the service itself.
    #[catalog(code = "internal")]
    Broken(#[from] fmt::Error),
    /// Every other error.
    #[catalog(rest)]
    Rest(ApiErrorRest),
}

/// A card, of which four digits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card(pub u64);

impl fmt::Display for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "•• {:04}", self.0 % 10_000)
    }
}

/// Pays an order and gives the receipt.
///
/// # Errors
///
/// With the order, the card, the bank and the service itself.
pub fn pay(order_id: u64, card: Card) -> Result<String, ApiError> {
    let account = orders::account(order_id)?;
    let payment = payments::charge(card, account)?;
    Ok(receipt(order_id, payment)?)
}

/// Pays an order as [`pay`] does, for callers of the payments' own API.
///
/// # Errors
///
/// As [`pay`]. Those of payments are written as payments write them.
pub fn forward(order_id: u64, card: Card) -> Result<u64, ApiError> {
    let account = orders::account(order_id)?;
    Ok(payments::charge(card, account).map_err(Box::new)?)
}

fn receipt(order_id: u64, payment: u64) -> Result<String, fmt::Error> {
    // Nobody can print it.
    if order_id == 13 { Err(fmt::Error) } else { Ok(format!("{order_id}/{payment}")) }
}
