//! axum 0.8 and tower.
//!
//! With the feature `axum`, an error enum is `IntoResponse`, and has `layer()`:
//!
//! ```
//! use api_error_catalog::ApiErrorCatalog;
//! use api_error_catalog::axum::{Json, Path};
//! use axum::Router;
//! use axum::routing::put;
//!
//! #[derive(Debug, ApiErrorCatalog)]
//! #[catalog("examples/wallet.toml")]
//! pub enum WalletError {
//!     InsufficientFunds { account_id: u32 },
//!     #[catalog(rest)]
//!     Other(WalletErrorRest),
//! }
//!
//! async fn pay(Path(id): Path<u32>, Json(_): Json<Vec<u32>>) -> Result<String, WalletError> {
//!     Err(WalletError::InsufficientFunds { account_id: id })
//! }
//!
//! let app: Router = Router::new()
//!     .route("/accounts/{id}/payments", put(pay))
//!     .layer(WalletError::layer().on_error(|event| eprintln!("{event}")));
//! ```
//!
//! A response that an error was made into says it in the catalog's default locale, and has the error in its
//! extensions, as [`Sent`]. The [layer](ErrorLayer), which has seen the request, writes it again: in the locale
//! that the request asks for, with the request's id, method, URI and time where the shape has slots for them.
//! It has `Content-Language`, `Vary: accept-language` where there are several locales, and
//! `X-Content-Type-Options: nosniff`.
//!
//! An answer of 4xx or 5xx that is no error of a catalog is replaced by the entry that `[catch]` names for it,
//! with its other headers: those of axum (404, 405 with `Allow`, what an extractor rejects), of tower-http
//! (limits, timeouts), and of handlers that return a bare status. Its body is not read, unless it is a text of
//! up to 1,024 bytes that is there already. It stays as it is where `[catch]` names nothing for it, or where
//! it is marked with [`PassThrough`].
//!
//! [`Json`], [`Path`], [`Query`] and [`Form`] are axum's extractors, and say besides which field is wrong, and
//! what sort of thing it is in: a change of `use` is all that they take. They know no catalog, so that they
//! serve every service: what they reject is a [`Rejection`], which answers as axum does, and for which the layer
//! puts the entry.
//!
//! The layer goes inside of the one that sets a request id and of compression, and outside of everything whose
//! errors it is to see: in `Router::layer`, behind the calls for those and before the calls for the others.
//! In another place it does the same for what it sees. A panic in it is the entry of `panic`, or of 500.

mod extract;
mod layer;
mod rejection;
mod request;
mod response;
mod sentence;
mod service;

pub use extract::{Form, Json, Path, Query};
pub use layer::ErrorLayer;
pub use rejection::Rejection;
pub use response::respond;
pub use service::{ErrorFuture, ErrorService};

pub use super::foreign::PassThrough;
pub use crate::caught::Caught;
pub use crate::integrations::ErrorEvent;
pub use crate::sent::Sent;

#[doc(hidden)]
pub use ::axum::response::{IntoResponse, Response};
