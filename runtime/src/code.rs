//! What all code enums have in common.

use core::fmt::{Debug, Display};
use core::hash::Hash;

use api_error_catalog_core::fact::{Actor, Effect, GrpcCode, Retry};
use api_error_catalog_core::{Body, Catalog, Entry, Prefixes, StatusRow};

use crate::catalog_body::CatalogBody;
use crate::decoded::Decoded;

/// Implemented by the derive alone.
#[diagnostic::on_unimplemented(
    message = "only `#[derive(ApiErrorCatalog)]` implements this for `{Self}`",
    label = "not made by the derive",
    note = "write `#[derive(ApiErrorCatalog)]` and `#[catalog(\"errors.toml\")]` on an enum of your own, and leave the `impl` out"
)]
pub trait DerivedFromCatalog {}

/// A code of an API, typed: what the enums that [`ApiErrorCatalog`](crate::ApiErrorCatalog) makes
/// have in common. Each has these as methods of its own too, most of them `const`.
///
/// Only the derive implements it.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, CatalogCode};
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// /// The codes of any API that are sent with a status.
/// fn with_status<C: CatalogCode>(status: u16) -> impl Iterator<Item = C> {
///     C::ALL.iter().copied().filter(move |code| code.status() == status)
/// }
///
/// let codes: Vec<WalletCode> = with_status(429).collect();
/// assert_eq!(codes, [WalletCode::LimitExceeded]);
/// assert_eq!(WalletCode::from_code("INSUFFICIENT_FUNDS"), Some(WalletCode::InsufficientFunds));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of codes",
    label = "not an enum that `#[derive(ApiErrorCatalog)]` has made",
    note = "the derive on `enum Wallet` makes the enum `WalletCode`; an error of a catalog gives its own, `error.code()`"
)]
pub trait CatalogCode:
    Copy + Eq + Hash + Ord + Debug + Display + Send + Sync + Sized + DerivedFromCatalog + 'static
{
    /// Every code, those of status rows first, then in the order of the catalog.
    const ALL: &'static [Self];

    /// The catalog.
    const CATALOG: &'static Catalog<'static>;

    /// The body of a code before it is written.
    type Body<'a>: CatalogBody<'a>;

    #[doc(hidden)]
    const __PREFIXES: &'static Prefixes<'static>;

    #[doc(hidden)]
    const __STATUSES: &'static [StatusRow<'static>];

    #[doc(hidden)]
    const __FINGERPRINT: u64;

    #[doc(hidden)]
    fn __decode(status: u16, body: &[u8]) -> Decoded<Self> {
        Decoded::new(status, body)
    }

    #[cfg(feature = "http")]
    #[doc(hidden)]
    fn __decode_response<B: AsRef<[u8]>>(response: &http::Response<B>) -> Decoded<Self> {
        let status = response.status().as_u16();
        Self::__decode(status, response.body().as_ref()).with_headers(response.headers())
    }

    #[cfg(feature = "reqwest")]
    #[doc(hidden)]
    fn __check(
        response: reqwest::Response,
    ) -> impl Future<Output = Result<reqwest::Response, Decoded<Self>>> + Send {
        crate::integrations::reqwest::check(response)
    }

    #[cfg(feature = "reqwest")]
    #[doc(hidden)]
    fn __send(
        request: reqwest::RequestBuilder,
        policy: &crate::reqwest::RetryPolicy,
    ) -> impl Future<Output = Result<reqwest::Response, crate::reqwest::SendError<Self>>> + Send
    {
        crate::integrations::reqwest::send(request, policy)
    }

    #[cfg(feature = "tonic")]
    #[doc(hidden)]
    fn __decode_status(status: &tonic::Status) -> Decoded<Self> {
        crate::integrations::tonic::decode(status)
    }

    /// The number of the entry of an answer's code.
    #[doc(hidden)]
    fn __number(answer: &Decoded<Self>) -> Option<u16> {
        answer.code().map(|code| code.entry().number())
    }

    /// The enum, for the derive: `of` names one by way of it, so that what is none is reported once.
    #[doc(hidden)]
    type __Itself: CatalogCode;

    /// Everything the catalog says of the code.
    fn entry(self) -> Entry<'static>;

    /// The first entry with a code or an alias; `None` where the catalog has none.
    fn from_code(code: &str) -> Option<Self> {
        Self::CATALOG.from_code(code).map(|entry| Self::ALL[usize::from(entry.number())])
    }

    /// Each entry with a code or an alias, in the order of the catalog.
    fn all_from_code(code: &str) -> impl Iterator<Item = Self> + use<Self> {
        let entries = Self::CATALOG.all_from_code(code);
        entries.map(|entry| Self::ALL[usize::from(entry.number())])
    }

    /// The error body of the code.
    fn body<'a>(self) -> Self::Body<'a> {
        Self::Body::__new(Body::new(self.entry()))
    }

    /// See [`Entry::name`].
    fn name(self) -> &'static str {
        self.entry().name()
    }

    /// See [`Entry::as_str`].
    fn as_str(self) -> &'static str {
        self.entry().as_str()
    }

    /// See [`Entry::status`].
    fn status(self) -> u16 {
        self.entry().status()
    }

    /// See [`Entry::title`].
    fn title(self, locale: &str) -> &'static str {
        self.entry().title(locale)
    }

    /// See [`Entry::message`].
    fn message(self, locale: &str) -> &'static str {
        self.entry().message(locale)
    }

    /// See [`Entry::description`].
    fn description(self, locale: &str) -> &'static str {
        self.entry().description(locale)
    }

    /// See [`Entry::action`].
    fn action(self, locale: &str) -> Option<&'static str> {
        self.entry().action(locale)
    }

    /// See [`Entry::user_message`].
    fn user_message(self, locale: &str) -> Option<&'static str> {
        self.entry().user_message(locale)
    }

    /// See [`Entry::retry`].
    fn retry(self) -> Option<Retry> {
        self.entry().retry()
    }

    /// See [`Entry::actor`].
    fn actor(self) -> Option<Actor> {
        self.entry().actor()
    }

    /// See [`Entry::effect`].
    fn effect(self) -> Effect {
        self.entry().effect()
    }

    /// See [`Entry::grpc`].
    fn grpc(self) -> GrpcCode {
        self.entry().grpc()
    }

    /// See [`Entry::parent`].
    fn parent(self) -> Option<Self> {
        self.entry().parent().map(|parent| Self::ALL[usize::from(parent.number())])
    }

    /// The HTTP status that the code travels with.
    #[cfg(feature = "http")]
    fn status_code(self) -> http::StatusCode {
        crate::__private_1::status_code(self.entry())
    }
}

/// The code of an entry of its catalog.
#[inline]
pub(crate) fn code_of<C: CatalogCode>(entry: Entry<'_>) -> C {
    C::ALL[usize::from(entry.number())]
}
