//! actix-web 4.
//!
//! With the feature `actix`, an error enum is a `ResponseError`, and has `middleware()`:
//!
//! ```
//! use actix_web::{App, web};
//! use api_error_catalog::ApiErrorCatalog;
//! use api_error_catalog::actix::{Json, Path};
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
//! let app = App::new()
//!     .service(web::resource("/accounts/{id}/payments").put(pay))
//!     .wrap(WalletError::middleware().on_error(|event| eprintln!("{event}")));
//! # drop(app);
//! ```
//!
//! A response that an error was made into says it in the catalog's default locale, and has what it says in its
//! extensions, as [`Sent`]; the error itself is where actix-web has it, in `HttpResponse::error`. The
//! [middleware](ErrorMiddleware), which has seen the request, writes it again: in the locale that the request asks
//! for, with the request's id, method, URI and time where the shape has slots for them. It has `Content-Language`,
//! `Vary: accept-language` where there are several locales, and `X-Content-Type-Options: nosniff`.
//!
//! An answer of 4xx or 5xx that is no error of a catalog is replaced by the entry that `[catch]` names for it, with
//! its other headers: those of actix-web (404, 405 with `Allow`, what an extractor rejects), of other middleware,
//! and of handlers that return a bare status or another error. Its body is not read, unless it is a text of up to
//! 1,024 bytes that is there already. It stays as it is where `[catch]` names nothing for it, or where it went
//! through [`pass_through`].
//!
//! [`Json`], [`Path`], [`Query`] and [`Form`] are actix-web's extractors, with their `JsonConfig` and so on, and say
//! besides which field is wrong: a change of `use` is all that they take. What they reject is a [`Rejection`], for
//! which the middleware puts the entry. What actix-web's own reject is known too, without the field.
//!
//! The middleware goes outside of everything whose errors it is to see: in `App::wrap`, behind the calls for the
//! others, but before that for `Compress`. A panic in it is the entry of `panic`, or of 500.

mod extract;
mod middleware;
mod noting;
mod rejection;
mod request;
mod response;
mod service;

pub use extract::{Extracting, Form, Json, Path, Query};
pub use middleware::ErrorMiddleware;
pub use rejection::Rejection;
pub use response::{pass_through, respond, status_code};
pub use service::{ErrorFuture, ErrorService};

pub use super::foreign::PassThrough;
pub use crate::caught::Caught;
pub use crate::integrations::ErrorEvent;
pub use crate::sent::Sent;

#[doc(hidden)]
pub use actix_web::{HttpResponse, ResponseError, http::StatusCode};
