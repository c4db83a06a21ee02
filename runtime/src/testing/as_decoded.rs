//! What `assert_error!` takes.

use crate::code::CatalogCode;
use crate::decoded::Decoded;

/// An answer that [`assert_error!`](crate::assert_error) takes.
///
/// A client's own type of answers, or a framework's, can be one:
///
/// ```
/// use api_error_catalog::testing::AsDecoded;
/// use api_error_catalog::{ApiErrorCatalog, Decoded, assert_error};
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// struct Reply {
///     status: u16,
///     headers: Vec<(String, String)>,
///     body: Vec<u8>,
/// }
///
/// impl AsDecoded<WalletCode> for Reply {
///     fn as_decoded(&self) -> Decoded<WalletCode> {
///         let headers = self.headers.iter().map(|(name, value)| (name, value));
///         Wallet::decode(self.status, &self.body).with_header_fields(headers)
///     }
///
///     fn has_headers(&self) -> bool {
///         true
///     }
/// }
///
/// let reply = Reply {
///     status: 500,
///     headers: vec![("content-type".to_owned(), "application/json".to_owned())],
///     body: WalletCode::Internal.body().to_json(),
/// };
/// assert_error!(reply, WalletCode::Internal);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no answer that can be read by the catalog of `{C}`",
    label = "no answer for `{C}`",
    note = "`assert_error!` takes a `Decoded<{C}>`, a status and bytes, `(404_u16, body)`, and with the feature `http` an `http::Response` whose body is bytes"
)]
pub trait AsDecoded<C> {
    /// The answer, read by the catalog.
    fn as_decoded(&self) -> Decoded<C>;

    /// Whether the headers that came with it are known, so that one which is not there is missing.
    fn has_headers(&self) -> bool;
}

impl<C, A: AsDecoded<C> + ?Sized> AsDecoded<C> for &A {
    fn as_decoded(&self) -> Decoded<C> {
        (**self).as_decoded()
    }

    fn has_headers(&self) -> bool {
        (**self).has_headers()
    }
}

/// Its headers are known where it was given any.
impl<C> AsDecoded<C> for Decoded<C> {
    fn as_decoded(&self) -> Decoded<C> {
        self.clone()
    }

    fn has_headers(&self) -> bool {
        self.answer().headers().len() > 0
    }
}

/// A status and a body.
impl<C: CatalogCode, B: AsRef<[u8]>> AsDecoded<C> for (u16, B) {
    fn as_decoded(&self) -> Decoded<C> {
        let (status, body) = self;
        Decoded::new(*status, body.as_ref())
    }

    fn has_headers(&self) -> bool {
        false
    }
}

#[cfg(feature = "http")]
impl<C: CatalogCode, B: AsRef<[u8]>> AsDecoded<C> for http::Response<B> {
    fn as_decoded(&self) -> Decoded<C> {
        let decoded = Decoded::new(self.status().as_u16(), self.body().as_ref());
        decoded.with_headers(self.headers())
    }

    fn has_headers(&self) -> bool {
        true
    }
}
