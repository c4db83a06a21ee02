//! What happened, once for each error that is sent: for a log, a metric, a trace.

use core::fmt;

use super::asked::Asked;
use crate::catalog_error::CatalogError;

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
    /// The method of the request.
    pub method: &'e str,
    /// The path, and the query behind it, as they were sent.
    pub target: &'e str,
    /// The id of the request; `None` where it has none.
    pub request_id: Option<&'e str>,
    /// The locale of the answer.
    pub locale: &'e str,
    /// The header that an answer with this status must have, where this one lacks it: a mistake in the
    /// service. `None` where there is none.
    pub missing_header: Option<&'static str>,
}

impl<'e> ErrorEvent<'e> {
    pub(crate) fn new(
        error: &'e (dyn CatalogError + Send + Sync),
        asked: &Asked<'e>,
        status: u16,
        locale: &'e str,
        missing_header: Option<&'static str>,
    ) -> Self {
        let Asked { method, target, request_id, .. } = *asked;
        Self { error, status, method, target, request_id, locale, missing_header }
    }
}

impl fmt::Display for ErrorEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { error, status, method, target, request_id, .. } = self;
        write!(f, "{method} {target} {status} {}", error.entry().as_str())?;
        if let Some(id) = request_id {
            write!(f, " {id}")?;
        }
        write!(f, ": {}", error.report())?;
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
