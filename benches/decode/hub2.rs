//! The body of HUB2, as a person writes it.

#![allow(dead_code, reason = "only what reading it takes counts")]

use std::borrow::Cow;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(crate) struct Borrowed<'a> {
    status: u16,
    code: Code,
    #[serde(borrow)]
    message: Cow<'a, str>,
    request_id: Option<&'a str>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Owned {
    status: u16,
    code: Code,
    message: String,
    request_id: Option<String>,
}

#[derive(Debug, Deserialize)]
enum Code {
    #[serde(rename = "account-already-exists")]
    AccountAlreadyExists,
    #[serde(rename = "cancellation-already-done")]
    CancellationAlreadyDone,
    #[serde(rename = "insufficient-funds")]
    InsufficientFunds,
    #[serde(rename = "invalid-currency")]
    InvalidCurrency,
    #[serde(rename = "locked-account")]
    LockedAccount,
    #[serde(rename = "transaction-not-found")]
    TransactionNotFound,
    #[serde(rename = "currency-not-found")]
    CurrencyNotFound,
    #[serde(rename = "withdrawal-unavailable")]
    WithdrawalUnavailable,
    #[serde(rename = "missing-funds-reservation")]
    MissingFundsReservation,
    #[serde(rename = "merchant-not-found")]
    MerchantNotFound,
    #[serde(rename = "unsupported-command")]
    UnsupportedCommand,
    #[serde(rename = "no_auth_required")]
    NoAuthRequired,
    #[serde(rename = "transaction_canceled")]
    TransactionCanceled,
    #[serde(rename = "transaction_missing")]
    TransactionMissing,
    #[serde(rename = "transaction_in_progress")]
    TransactionInProgress,
    #[serde(rename = "transaction_done")]
    TransactionDone,
    #[serde(other)]
    Unknown,
}
