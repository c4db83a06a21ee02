//! What a server knows of the request that an error answers.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use api_error_catalog_core::{Body, SlotValue};

use crate::into_slot::IntoSlot;
use crate::slot::TimestampSlot;

/// What the request knows and the error does not: in which language to answer, and what stands in the
/// slots that are about the request. [`CatalogError::write_body`](crate::CatalogError::write_body) takes it.
///
/// A value fills the slot of its name that the error leaves empty; what the shape has no slot for is not
/// written.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, BodyContext, CatalogError};
///
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum WalletError {
///     InsufficientFunds { account_id: u32 },
///     #[catalog(rest)]
///     Other(WalletErrorRest),
/// }
///
/// // What the request asks for is negotiated once; the error need not know.
/// let locale = WalletError::CATALOG.best_locale("fr-CI");
/// let context = BodyContext::new().locale(locale).request_id("req_1").method("POST");
///
/// let error: &dyn CatalogError = &WalletError::InsufficientFunds { account_id: 7 };
/// let mut json = Vec::new();
/// error.write_body(&context, &mut json);
/// let expected = r#"{"status":402,"code":"insufficient-funds","message":"Le compte 7 n’est pas assez fourni.","request_id":"req_1"}"#;
/// assert_eq!(json, expected.as_bytes());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyContext<'a> {
    locale: Cow<'a, str>,
    slots: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> BodyContext<'a> {
    /// Nothing of the request: texts in the default locale, and no slot filled.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes texts in the locale that suits a BCP 47 tag best. Each catalog looks it up in its own
    /// locales; see [`Catalog::negotiate`](crate::Catalog::negotiate) for an `Accept-Language` header.
    #[must_use]
    pub fn locale(self, tag: impl Into<Cow<'a, str>>) -> Self {
        Self { locale: tag.into(), ..self }
    }

    /// Fills the slot `request_id`.
    #[must_use]
    pub fn request_id(self, id: impl Into<Cow<'a, str>>) -> Self {
        self.slot("request_id", id)
    }

    /// Fills the slot `trace_id`.
    #[must_use]
    pub fn trace_id(self, id: impl Into<Cow<'a, str>>) -> Self {
        self.slot("trace_id", id)
    }

    /// Fills the slot `method`.
    #[must_use]
    pub fn method(self, method: impl Into<Cow<'a, str>>) -> Self {
        self.slot("method", method)
    }

    /// Fills the slot `uri`.
    #[must_use]
    pub fn uri(self, uri: impl Into<Cow<'a, str>>) -> Self {
        self.slot("uri", uri)
    }

    /// Fills the slot `instance`, a URI reference of this occurrence (RFC 9457 §3.1.5).
    #[must_use]
    pub fn instance(self, uri: impl Into<Cow<'a, str>>) -> Self {
        self.slot("instance", uri)
    }

    /// Fills the slot `timestamp`, when the answer was made: text as it is, or, with their features,
    /// a moment of `chrono`, `jiff` or `time`, as RFC 3339 has it.
    #[must_use]
    pub fn time(self, time: impl IntoSlot<'a, TimestampSlot>) -> Self {
        match time.into_slot() {
            Some(SlotValue::Text(time)) => self.slot("timestamp", time),
            _ => self,
        }
    }

    /// Fills the slot of a name, for a shape that has names of its own: `correlation_id`. A slot that holds
    /// something else than text stays as it is.
    #[must_use]
    pub fn slot(mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.slots.retain(|(known, _)| *known != name);
        self.slots.push((name, value));
        self
    }

    /// Completes a body with what the request knows.
    pub(crate) fn complete<'v>(&'v self, body: &mut Body<'static, 'v>) {
        if !self.locale.is_empty() {
            body.set_locale(&self.locale);
        }
        for (name, value) in &self.slots {
            body.set_default(name, SlotValue::from(&**value));
        }
    }
}
