//! A catalog as it lies in the binary.

use core::fmt;

use crate::entry::Entry;
use crate::locale;
use crate::tables::{Fact, Row, Tables};

/// A catalog: its own facts, and the way to its codes and statuses by number.
pub struct Catalog(Tables);

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalog").field(&self.name()).finish()
    }
}

impl Catalog {
    #[doc(hidden)]
    pub const fn new(tables: Tables) -> Self {
        Self(tables)
    }

    pub(crate) const fn tables(&self) -> &Tables {
        &self.0
    }

    /// The short name.
    pub const fn name(&self) -> &'static str {
        self.0.name
    }

    /// What the API is called, in the locale that suits best; `None` where the catalog does not say.
    pub const fn title(&self, locale: &str) -> Option<&'static str> {
        self.0.texts.find_localized(self.0.title, self.locale(locale))
    }

    /// Where the API documents its errors; `None` where the catalog does not say.
    pub const fn docs(&self) -> Option<&'static str> {
        self.0.docs
    }

    /// The API's version; `None` where the catalog does not say.
    pub const fn version(&self) -> Option<&'static str> {
        self.0.version
    }

    /// The locales of the texts, as BCP 47 tags; the first is the default.
    pub const fn locales(&self) -> &'static [&'static str] {
        self.0.locales
    }

    /// The `Content-Type` of the error body.
    pub const fn media_type(&self) -> &'static str {
        self.0.shape.media_type
    }

    /// The headers, name and value, that a request needs to be answered with this body.
    pub const fn request_headers(&self) -> &'static [(&'static str, &'static str)] {
        self.0.shape.request_headers
    }

    /// A row's text that is the same in every locale.
    pub(crate) const fn text(&self, row: Row, fact: Fact) -> &'static str {
        self.0.texts.get(row.text(fact))
    }

    /// The same; `None` where the row has none.
    pub(crate) const fn find_text(&self, row: Row, fact: Fact) -> Option<&'static str> {
        self.0.texts.find(row.text(fact))
    }

    /// A row's text in the locale that suits best.
    pub(crate) const fn localized(&self, row: Row, fact: Fact, locale: &str) -> &'static str {
        self.0.texts.localized(row.text(fact), self.locale(locale))
    }

    /// The same; `None` where the row has none.
    pub(crate) const fn find_localized(
        &self,
        row: Row,
        fact: Fact,
        locale: &str,
    ) -> Option<&'static str> {
        self.0.texts.find_localized(row.text(fact), self.locale(locale))
    }

    /// The number of the locale that RFC 4647 §3.4 lookup finds for a tag.
    pub(crate) const fn locale(&self, tag: &str) -> u16 {
        locale::lookup(self.0.locales, tag)
    }

    #[doc(hidden)]
    pub const fn entry(&'static self, code: u16) -> Entry {
        Entry::new(self, code)
    }

    /// The number of a code, found by its name or an alias.
    #[doc(hidden)]
    #[inline]
    pub const fn find(&self, code: &str) -> Option<u16> {
        self.0.names.find(&self.0.texts, code)
    }

    /// The number of the code of a problem type.
    pub(crate) const fn find_type(&self, uri: &str) -> Option<u16> {
        self.0.types.find(&self.0.texts, uri)
    }
}
