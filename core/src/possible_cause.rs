//! What may be behind an error.

use core::fmt;

use crate::catalog::Catalog;
use crate::text::TextId;

/// Something that may be behind an error, and what to do if it is. (The error behind an error at run
/// time is its [`source`](core::error::Error::source).)
///
/// `locale` is a BCP 47 tag, matched by RFC 4647 lookup, with the catalog's default last.
#[derive(Clone, Copy)]
pub struct PossibleCause<'c> {
    catalog: &'c Catalog<'c>,
    /// When it is, in the first locale; what to do follows on the last one.
    first: TextId,
}

impl<'c> PossibleCause<'c> {
    /// One of a list, whose texts begin with that of a number.
    pub(crate) fn new(catalog: &'c Catalog<'c>, list: TextId, number: u16) -> Self {
        let texts = 2 * u32::from(catalog.locale_count());
        Self { catalog, first: list + u32::from(number) * texts }
    }

    /// When it is behind the error.
    pub const fn when(self, locale: &str) -> &'c str {
        self.catalog.texts.get(self.when_text() + self.catalog.locale(locale) as u32)
    }

    /// What to do then.
    pub const fn action(self, locale: &str) -> &'c str {
        self.catalog.texts.get(self.action_text() + self.catalog.locale(locale) as u32)
    }

    pub(crate) const fn catalog(self) -> &'c Catalog<'c> {
        self.catalog
    }

    pub(crate) const fn when_text(self) -> TextId {
        self.first
    }

    pub(crate) const fn action_text(self) -> TextId {
        self.first + self.catalog.locale_count() as u32
    }
}

impl fmt::Debug for PossibleCause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PossibleCause")
            .field("when", &self.when(""))
            .field("action", &self.action(""))
            .finish()
    }
}
