//! Calling an API with `reqwest`, with the feature `reqwest`: it needs `std`, and runs on `tokio`.
//!
//! [`check`](crate::ErrorCatalog::check) turns an answer that is an error into a [`Decoded`](crate::Decoded).
//! [`send`](crate::ErrorCatalog::send) sends a request, and sends it again where a [`RetryPolicy`] allows
//! it and nothing can be done twice by it. Every annotated enum has both as functions of its own.
//!
//! ```no_run
//! use api_error_catalog::ApiErrorCatalog;
//! use api_error_catalog::reqwest::RetryPolicy;
//!
//! #[derive(ApiErrorCatalog)]
//! #[catalog("examples/wallet.toml")]
//! pub enum Wallet {}
//!
//! async fn pay(client: &reqwest::Client) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
//!     let response = client.get("https://wallet.example/balance").send().await?;
//!     let balance = Wallet::check(response).await?.bytes().await?;
//!
//!     let payment = client.post("https://wallet.example/payments").header("Idempotency-Key", "pay_7");
//!     match Wallet::send(payment.body(balance), &RetryPolicy::new()).await {
//!         Ok(_) => Ok(()),
//!         Err(error) if error.code() == Some(WalletCode::InsufficientFunds) => Ok(()),
//!         Err(error) => Err(error.into()),
//!     }
//! }
//! ```
//!
//! The `reqwest` of this crate has no features, TLS among them: those that a program turns on in its own
//! `Cargo.toml` hold here too.

mod check;
mod policy;
mod read;
mod repeat;
mod send;
mod send_error;

pub(crate) use check::check;
pub use policy::RetryPolicy;
pub(crate) use send::send;
pub use send_error::{Failure, SendError};
