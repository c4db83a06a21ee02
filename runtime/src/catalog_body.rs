//! What bodies have in common.

use alloc::vec::Vec;
use core::fmt::Debug;

use api_error_catalog_core::Body;
use serde_core::Serialize;

use crate::context::BodyContext;
use crate::parts::BodyParts;

/// A body in the shape of any catalog: what the `<Enum>Body` types have in common. Each has these, but for
/// [`context`](Self::context), as methods of its own too, and setters for its slots. Only the derive
/// implements it.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, CatalogBody, CatalogCode};
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum Wallet {}
///
/// /// The body of any code of any API.
/// fn json<C: CatalogCode>(code: C, locale: &str) -> Vec<u8> {
///     code.body().locale(locale).to_json()
/// }
///
/// let expected = r#"{"status":429,"code":"limit-exceeded","message":"Ralentissez."}"#;
/// assert_eq!(json(WalletCode::LimitExceeded, "fr"), expected.as_bytes());
/// ```
pub trait CatalogBody<'a>: Clone + Debug + Serialize + Send + Sync {
    #[doc(hidden)]
    fn __new(body: Body<'static, 'a>) -> Self;

    #[doc(hidden)]
    fn __body(&self) -> &Body<'static, 'a>;

    /// Writes the texts in the locale that suits a BCP 47 tag best.
    #[must_use]
    fn locale(self, tag: &str) -> Self;

    /// Fills what is not set and the request knows.
    #[must_use]
    fn context(self, context: &'a BodyContext<'_>) -> Self {
        let mut body = self.__body().clone();
        context.complete(&mut body);
        Self::__new(body)
    }

    /// The status, the media type and the headers that the body is sent with.
    fn parts(&self) -> BodyParts {
        BodyParts::new(self.__body())
    }

    /// Appends the body as JSON.
    fn write_json(&self, out: &mut Vec<u8>);

    /// The body as JSON.
    fn to_json(&self) -> Vec<u8> {
        let mut json = Vec::new();
        self.write_json(&mut json);
        json
    }
}
