//! What annotated enums have in common.

use api_error_catalog_core::{Catalog, StatusRow};

use crate::code::{CatalogCode, DerivedFromCatalog};
use crate::decoded::Decoded;

/// An API whose errors a catalog describes: an enum with `#[derive(ApiErrorCatalog)]`, with variants or
/// without. Generic code stands on it. Only the derive implements it.
///
/// ```
/// use std::marker::PhantomData;
///
/// use api_error_catalog::{ApiErrorCatalog, Decoded, ErrorCatalog};
///
/// /// A client of any API.
/// struct Client<A: ErrorCatalog> {
///     api: PhantomData<A>,
/// }
///
/// impl<A: ErrorCatalog> Client<A> {
///     fn check(status: u16, body: &[u8]) -> Result<&[u8], Decoded<A::Code>> {
///         if status < 400 { Ok(body) } else { Err(A::decode(status, body)) }
///     }
/// }
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// let error = Client::<Wallet>::check(429, br#"{"code":"limit-exceeded"}"#).expect_err("an error");
/// assert_eq!(error.code(), Some(WalletCode::LimitExceeded));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum with `#[derive(ApiErrorCatalog)]`",
    label = "not an enum with the derive",
    note = "the enum with the derive is meant, `Wallet` and not its codes, `WalletCode`; for an API without one, write `#[derive(ApiErrorCatalog)]` and `#[catalog(\"errors.toml\")]` on an enum of your own"
)]
pub trait ErrorCatalog: DerivedFromCatalog {
    /// The codes.
    type Code: CatalogCode;

    /// The catalog.
    const CATALOG: &'static Catalog<'static> = <Self::Code as CatalogCode>::CATALOG;

    /// The status table, success included, in the order of the statuses.
    const STATUSES: &'static [StatusRow<'static>] = <Self::Code as CatalogCode>::__STATUSES;

    /// Reads what the API answered with an HTTP status. This cannot fail: what the catalog does not know is
    /// there as it was received.
    fn decode(status: u16, body: &[u8]) -> Decoded<Self::Code> {
        Self::Code::__decode(status, body)
    }

    /// The row for an HTTP status; `None` where the catalog has none.
    fn status_row(status: u16) -> Option<StatusRow<'static>> {
        Self::CATALOG.status_row(status)
    }

    /// Reads what the API answered, its headers included. This cannot fail.
    #[cfg(feature = "http")]
    fn decode_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Decoded<Self::Code> {
        Self::Code::__decode_response(response)
    }

    /// Reads a `Status` of tonic. This cannot fail.
    ///
    /// The code is that of its `ErrorInfo`, where that is of this catalog, by its domain; the message and
    /// the parameters are there as they were received, and a `RetryInfo` is the
    /// [`retry_after`](Decoded::retry_after). Of any other, the code of gRPC gives the HTTP status, and the message
    /// is the [`body`](Decoded::body).
    #[cfg(feature = "tonic")]
    fn decode_status(status: &tonic::Status) -> Decoded<Self::Code> {
        Self::Code::__decode_status(status)
    }

    /// Gives back an answer of `reqwest` that is none of an error; any other is read.
    ///
    /// An error is an answer from status 400 on. Where the catalog has codes of a success, as 200 with an
    /// error in it, a success is read too if it is JSON, and is one where it is
    /// [recognized](Decoded::is_recognized). A redirect that was not followed is none.
    ///
    /// No more than [`BODY_LIMIT`](crate::BODY_LIMIT) bytes of a body, and a piece, are ever kept; how long it
    /// may take is up to the timeouts of the client. Where the body breaks off, what came of it is read, and
    /// the [`source`](core::error::Error::source) says why. The headers go along.
    ///
    /// # Errors
    ///
    /// The error that the API answered.
    #[cfg(feature = "reqwest")]
    fn check(
        response: reqwest::Response,
    ) -> impl Future<Output = Result<reqwest::Response, Decoded<Self::Code>>> + Send {
        Self::Code::__check(response)
    }

    /// Sends a request of `reqwest`, checks its answer, and sends it again where that helps and nothing is
    /// done twice by it.
    ///
    /// It helps where the catalog says `after-delay`, or the answer has a `Retry-After`; of what the catalog
    /// says nothing, with the statuses 408, 425, 429, 502, 503 and 504; and without an answer.
    ///
    /// Nothing is done twice by a request whose method is idempotent (RFC 9110 §9.2.2: GET, HEAD, OPTIONS,
    /// TRACE, PUT, DELETE), or that has an `Idempotency-Key`. Any other, POST and PATCH among them, is sent
    /// again only where the [`effect`](Decoded::effect) of each answer is `none`, or there was no connection: not
    /// after a timeout, and not after an answer of a machine in between. A request whose body is a stream is
    /// sent once.
    ///
    /// An answer that another URL gave, after a redirect, says nothing of the effect. What it cannot see is a
    /// redirect to the same URL, or one to where no connection could be made: for payments without a
    /// key, the client had better follow none.
    ///
    /// # Errors
    ///
    /// The last answer, or why there was none; and whether the request may have taken effect, by all
    /// attempts.
    #[cfg(feature = "reqwest")]
    fn send(
        request: reqwest::RequestBuilder,
        policy: &crate::reqwest::RetryPolicy,
    ) -> impl Future<Output = Result<reqwest::Response, crate::reqwest::SendError<Self::Code>>> + Send
    {
        Self::Code::__send(request, policy)
    }
}
