//! What a request says that its answer needs.

use alloc::borrow::Cow;

use api_error_catalog_core::Catalog;

use super::clock;
use crate::context::BodyContext;

/// What a request says, in words of no framework.
pub(crate) struct Asked<'r> {
    pub(crate) method: &'r str,
    /// The path, and the query behind it, as they were sent.
    pub(crate) target: &'r str,
    /// The values of all `Accept-Language` headers, joined by commas.
    pub(crate) accept_language: Cow<'r, str>,
    /// An id that [`is_sane`].
    pub(crate) request_id: Option<&'r str>,
    /// The value of `traceparent`.
    pub(crate) traceparent: Option<&'r str>,
    /// The value of `Content-Type`.
    pub(crate) media_type: Option<&'r str>,
}

impl<'r> Asked<'r> {
    /// The path without the query.
    pub(crate) fn path(&self) -> &'r str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The locale of a catalog that suits it.
    pub(crate) fn locale(&self, catalog: &Catalog<'static>) -> &'static str {
        catalog.negotiate(&self.accept_language)
    }

    /// What fills the slots of a shape that are about the request. An instance is the path: what is behind `?`
    /// may be a secret, and is not repeated where another than the caller may read it. The clock is read
    /// only where the shape has a slot for it.
    pub(crate) fn context(&self, shape: &Catalog<'_>, locale: &'static str) -> BodyContext<'r> {
        let context = BodyContext::new()
            .locale(locale)
            .method(self.method)
            .uri(self.target)
            .instance(self.path());
        let context = match self.request_id {
            Some(id) => context.request_id(id),
            None => context,
        };
        let context = match self.traceparent.and_then(trace_id) {
            Some(id) => context.trace_id(id),
            None => context,
        };
        if shape.has_slot_named("timestamp") {
            return context.time(clock::now());
        }
        context
    }
}

/// Whether an id that a client sends may stand in bodies and logs: 1 to 128 letters, digits and `-_.:+/=@`.
pub(crate) fn is_sane(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:+/=@".contains(&byte);
    (1..=128).contains(&id.len()) && id.bytes().all(is_plain)
}

/// The trace id of a `traceparent` (W3C Trace Context §3.2.2.3); `None` where it has none.
fn trace_id(traceparent: &str) -> Option<&str> {
    let id = traceparent.split('-').nth(1)?;
    let is_hex = id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    (id.len() == 32 && is_hex && id.bytes().any(|byte| byte != b'0')).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_plain() {
        for id in ["a", "req-7f", "0190f3a2-7c1e-7000-8000-000000000000", &"x".repeat(128)] {
            assert!(is_sane(id), "{id}");
        }
        for id in ["", "a b", "a\"b", "<b>", "é", "a\tb", &"x".repeat(129)] {
            assert!(!is_sane(id), "{id}");
        }
    }

    #[test]
    fn a_trace_id_is_that_of_traceparent() {
        let id = "0af7651916cd43dd8448eb211c80319c";
        let of = |text: &str| trace_id(text).map(alloc::borrow::ToOwned::to_owned);
        assert_eq!(of(&alloc::format!("00-{id}-b7ad6b7169203331-01")).as_deref(), Some(id));
        for text in ["", "00", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"] {
            assert_eq!(of(text), None);
        }
        assert_eq!(of(&alloc::format!("00-{}-b7ad6b7169203331-01", "0".repeat(32))), None);
    }
}
