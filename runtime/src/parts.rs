//! What a server sends besides the JSON of a body.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use api_error_catalog_core::Body;

/// The status, the media type and the headers of an answer; `parts()` of a body gives them.
///
/// Whatever the caller has put into it, a value is one line of ASCII that an HTTP library takes; a header
/// that lacks a value is not there.
///
/// ```
/// use api_error_catalog::ApiErrorCatalog;
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// let body = WalletCode::InsufficientFunds.body().account_id("acc_7");
/// let parts = body.parts();
/// assert_eq!((parts.status(), parts.media_type()), (402, "application/json"));
/// // This catalog has no headers with values.
/// assert_eq!(parts.headers().len(), 0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyParts {
    status: u16,
    media_type: &'static str,
    headers: Vec<(Cow<'static, str>, String)>,
}

impl BodyParts {
    pub(crate) fn new(body: &Body<'static, '_>) -> Self {
        let headers = body.headers().into_iter();
        Self {
            status: body.status(),
            media_type: body.shape().media_type(),
            headers: headers.map(|(name, value)| (Cow::Borrowed(name), value)).collect(),
        }
    }

    /// The HTTP status: what the slot `status` is set to, or else the entry's.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The `Content-Type`, which is not among the headers.
    pub fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// The headers, name and value, in the order of the catalog.
    pub fn headers(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The same, to keep.
    pub fn into_headers(self) -> Vec<(Cow<'static, str>, String)> {
        self.headers
    }
}
