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
}
