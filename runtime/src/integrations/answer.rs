//! The answer to a request that failed, in words of no framework.

use alloc::string::String;
use alloc::vec::Vec;

use api_error_catalog_core::Catalog;
use api_error_catalog_core::status::required_header;

use super::asked::Asked;
use crate::catalog_error::{CatalogError, Written};

/// What describes the body of an answer, and goes with it where another body takes its place (RFC 9110 §8,
/// RFC 6266, RFC 9530).
pub(crate) const OF_BODY: [&str; 15] = [
    "accept-ranges",
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "transfer-encoding",
];

/// An answer before it is the response of a framework.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) media_type: &'static str,
    /// The locale of its texts, for `Content-Language`.
    pub(crate) locale: &'static str,
    /// Whether it would be another one in another language, so that caches have to know.
    pub(crate) has_locales: bool,
    /// The headers of the catalog.
    headers: Vec<(&'static str, String)>,
    pub(crate) json: Vec<u8>,
}

impl Answer {
    /// The answer in the default locale, with nothing of a request.
    pub(crate) fn without_request(error: &dyn CatalogError) -> Self {
        let catalog = error.entry().catalog();
        Self::new(error.__written(), catalog, catalog.locales().next().unwrap_or_default())
    }

    /// The answer to a request.
    pub(crate) fn to(asked: &Asked<'_>, error: &dyn CatalogError) -> Self {
        let written = error.__written();
        // An error of another module has texts in the locales of its own catalog.
        let catalog = error.entry().catalog();
        let locale = asked.locale(catalog);
        let context = asked.context(written.body.shape(), locale);
        Self::new(written.complete(&context), catalog, locale)
    }

    fn new(
        Written { body, prefixes }: Written<'_>,
        catalog: &Catalog<'static>,
        locale: &'static str,
    ) -> Self {
        let mut json = Vec::with_capacity(256);
        body.write_json(Some(prefixes), &mut json);
        Self {
            status: body.status(),
            media_type: body.shape().media_type(),
            locale,
            has_locales: catalog.locales().len() > 1,
            headers: body.headers(),
            json,
        }
    }

    /// The headers of the answer where it is sent with a status, without the length. They take the place of those
    /// of [`OF_BODY`].
    pub(crate) fn fields(&self, status: u16) -> impl Iterator<Item = (&str, &str)> {
        let of_body = [("content-type", self.media_type), ("content-language", self.locale)];
        let of_catalog = self.headers.iter().map(|(name, value)| (*name, &**value));
        core::iter::once(("x-content-type-options", "nosniff"))
            .chain(of_catalog)
            .chain(of_body.into_iter().filter(move |_| has_body(status)))
    }
}

/// Whether values of `Vary` say that another language has another answer (RFC 9110 §12.5.5).
pub(crate) fn varies_by_language<'v>(values: impl IntoIterator<Item = &'v str>) -> bool {
    let mut names = values.into_iter().flat_map(|value| value.split(',').map(str::trim));
    names.any(|name| name == "*" || name.eq_ignore_ascii_case("accept-language"))
}

/// Whether answers with a status have a body (RFC 9110 §6.4.1).
pub(crate) fn has_body(status: u16) -> bool {
    !matches!(status, 100..=199 | 204 | 304)
}

/// The header that answers with a status must have, where an answer lacks it.
pub(crate) fn missing_header(status: u16, has: impl Fn(&str) -> bool) -> Option<&'static str> {
    required_header(status).map(|header| header.name).filter(|name| !has(name))
}
