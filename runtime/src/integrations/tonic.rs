//! gRPC, by tonic 0.14.
//!
//! With the feature `tonic`, an error enum becomes a `Status`, so that `?` sends it:
//!
//! ```
//! use api_error_catalog::{ApiErrorCatalog, GrpcCode};
//! use tonic::{Code, Status};
//!
//! #[derive(Debug, ApiErrorCatalog)]
//! #[catalog("examples/wallet.toml")]
//! pub enum WalletError {
//!     InsufficientFunds { account_id: u32 },
//!     #[catalog(rest)]
//!     Other(WalletErrorRest),
//! }
//!
//! let status = Status::from(WalletError::InsufficientFunds { account_id: 7 });
//! assert_eq!(status.code(), Code::FailedPrecondition);
//! assert_eq!(status.message(), "Account 7 holds too little.");
//!
//! // A client has it as it has an answer over HTTP.
//! let error = WalletError::decode_status(&status);
//! assert_eq!(error.code(), Some(WalletErrorCode::InsufficientFunds));
//! assert_eq!(error.parameter("account_id").as_deref(), Some("7"));
//! assert_eq!(error.grpc(), GrpcCode::FailedPrecondition);
//! ```
//!
//! The code is `grpc` of the entry in the catalog, else [that of its HTTP status](crate::GrpcCode::of_status). The
//! message is in the default locale: it is for developers. The details are those of `google.rpc`:
//!
//! | detail | what is in it |
//! |---|---|
//! | `ErrorInfo` | the code that is sent as `reason`, the name of the catalog as `domain`, and the parameters as `metadata` |
//! | `LocalizedMessage` | `user_message` of the catalog, or else the message, in the locale that [`status_for`] has negotiated |
//! | `RetryInfo` | the delay that a header of the catalog or a slot of the body says; none without one |
//! | `Help` | the link to the documentation of the code, where the catalog has one |
//!
//! Causes and private fields are in none of it. The error is the `source` of the status, for a layer of the server,
//! and is not sent; with the feature `tracing`, each error that becomes a status is an event.
//!
//! `decode_status` reads it. The headers of HTTP that a catalog has are not sent.

mod decode;

use alloc::string::ToString as _;
use std::collections::HashMap;

use ::tonic::Code;
use ::tonic::metadata::MetadataMap;
use api_error_catalog_core::fact::GrpcCode;
use tonic_types::{ErrorDetails, StatusExt as _};

use crate::catalog_error::CatalogError;
use crate::sent::Sent;
pub(crate) use decode::decode;

#[doc(hidden)]
pub use ::tonic::Status;

/// The status of an error, with a text in the language that a request asks for: by `accept-language` in its
/// metadata, as [`Catalog::negotiate`](crate::Catalog::negotiate) reads it.
///
/// ```
/// # use api_error_catalog::ApiErrorCatalog;
/// # #[derive(Debug, ApiErrorCatalog)]
/// # #[catalog("examples/wallet.toml")]
/// # pub enum WalletError {
/// #     InsufficientFunds { account_id: u32 },
/// #     #[catalog(rest)]
/// #     Other(WalletErrorRest),
/// # }
/// use api_error_catalog::tonic::status_for;
/// use tonic::{Request, Response, Status};
///
/// fn pay(request: Request<u32>) -> Result<Response<()>, Status> {
///     let (metadata, _, account_id) = request.into_parts();
///     Err(status_for(WalletError::InsufficientFunds { account_id }, &metadata))
/// }
/// # assert!(pay(Request::new(7)).is_err());
/// ```
pub fn status_for(
    error: impl CatalogError + Send + Sync + 'static,
    metadata: &MetadataMap,
) -> Status {
    let asked = metadata.get("accept-language").and_then(|value| value.to_str().ok());
    write(Sent::new(error), asked.unwrap_or_default())
}

/// The status of an error of whose request nothing is known.
#[doc(hidden)]
pub fn status(error: Sent) -> Status {
    write(error, "")
}

fn write(error: Sent, accept_language: &str) -> Status {
    #[cfg(feature = "tracing")]
    super::tracing::record(&super::error_event::ErrorEvent::new(&*error));
    let details = details(&*error, accept_language);
    let message = error.__written().body.message().to_string();
    let mut status = Status::with_error_details(code(error.entry().grpc()), message, details);
    status.set_source(error.into_source());
    status
}

fn details(error: &dyn CatalogError, accept_language: &str) -> ErrorDetails {
    let entry = error.entry();
    let (catalog, mut body) = (entry.catalog(), error.__written().body);
    let mut details = ErrorDetails::new();
    let parameters = body.parameter_texts().into_iter();
    let parameters = parameters.map(|(name, text)| (name.to_string(), text));
    details.set_error_info(entry.as_str(), catalog.name(), parameters.collect::<HashMap<_, _>>());
    // What the client would read of the same answer over HTTP.
    let (headers, json) = (body.headers(), body.to_json(None));
    let answer = body.shape().decode_with_headers(body.status(), headers, &json);
    if let Some(delay) = answer.retry_after() {
        details.set_retry_info(Some(delay));
    }
    if let Some(docs) = entry.docs() {
        details.add_help_link(entry.title(""), docs);
    }
    let locale = catalog.negotiate(accept_language);
    body.set_locale(locale);
    let text = match entry.user_message(locale) {
        Some(text) => text.to_string(),
        None => body.message().to_string(),
    };
    details.set_localized_message(locale, text);
    details
}

/// The codes of gRPC are numbered from 1, in their order; 0 is no error.
fn code(code: GrpcCode) -> Code {
    Code::from_i32(code as i32 + 1)
}
