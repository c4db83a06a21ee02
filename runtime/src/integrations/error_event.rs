//! What happened, once for each error that is sent: for a log, a metric, a trace.

use core::fmt;

#[cfg(any(feature = "actix", feature = "axum"))]
use super::asked::Asked;
use crate::catalog_error::CatalogError;
use crate::report::Report;

/// An error that is sent, and the request that it answers. `Display` writes a line for a log:
/// `POST /orders/11/pay 502 provider-failed req-7f: The provider did not answer.: connection reset`.
///
/// Nothing of it is for the caller: the [report](CatalogError::report) has the causes.
#[non_exhaustive]
pub struct ErrorEvent<'e> {
    /// The error.
    pub error: &'e (dyn CatalogError + Send + Sync),
    /// The status of the response.
    pub status: u16,
    /// The method of the request; empty where there is none.
    pub method: &'e str,
    /// The path, and the query behind it, as they were sent; empty where there is none.
    pub target: &'e str,
    /// The id of the request; `None` where it has none.
    pub request_id: Option<&'e str>,
    /// The locale of the answer; empty where that is not known.
    pub locale: &'e str,
    /// The header that an answer with this status must have, where this one lacks it: a mistake in the
    /// service. `None` where there is none.
    pub missing_header: Option<&'static str>,
}

impl<'e> ErrorEvent<'e> {
    /// An error that is sent with its own status, to a request of which nothing is known: for servers that
    /// have no layer of this crate. What they know goes into the fields.
    pub fn new(error: &'e (dyn CatalogError + Send + Sync)) -> Self {
        Self {
            error,
            status: error.status(),
            method: "",
            target: "",
            request_id: None,
            locale: "",
            missing_header: None,
        }
    }

    #[cfg(any(feature = "actix", feature = "axum"))]
    pub(crate) fn of_answer(
        error: &'e (dyn CatalogError + Send + Sync),
        asked: &Asked<'e>,
        status: u16,
        locale: &'e str,
        missing_header: Option<&'static str>,
    ) -> Self {
        let Asked { method, target, request_id, .. } = *asked;
        Self { error, status, method, target, request_id, locale, missing_header }
    }

    /// The catalog and the entry by their names, for a metric that counts errors: `[("catalog", "wallet"),
    /// ("entry", "insufficient-funds")]`. There are as many as the catalogs have entries, whatever callers
    /// send.
    pub fn labels(&self) -> [(&'static str, &'static str); 2] {
        let entry = self.error.entry();
        [("catalog", entry.catalog().name()), ("entry", entry.name())]
    }

    /// The path, as it was sent.
    #[cfg(feature = "tracing")]
    pub(crate) fn path(&self) -> &'e str {
        self.target.split('?').next().unwrap_or_default()
    }
}

impl fmt::Display for ErrorEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error, status, method, target, request_id, .. } = self;
        for known in [method, target].into_iter().filter(|known| !known.is_empty()) {
            write!(f, "{known} ")?;
        }
        write!(f, "{status} {}", error.entry().as_str())?;
        if let Some(id) = request_id {
            write!(f, " {id}")?;
        }
        write!(f, ": {}", Report(*error))?;
        match self.missing_header {
            Some(name) => write!(f, " (without {name}, which a {status} must have)"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for ErrorEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ErrorEvent({self})")
    }
}
