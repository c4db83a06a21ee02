use core::fmt;

use crate::catalog::Catalog;
use crate::entry::{Entry, retry};
use crate::retry::Retry;
use crate::tables::{Fact, Row};

/// A row of an API's status table, success included.
///
/// `locale` is a BCP 47 tag, matched by RFC 4647 lookup, with the catalog's default last.
#[derive(Clone, Copy)]
pub struct Status {
    catalog: &'static Catalog,
    row: u16,
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Status").field(&self.status()).finish()
    }
}

impl Status {
    #[doc(hidden)]
    pub const fn new(catalog: &'static Catalog, row: u16) -> Self {
        Self { catalog, row }
    }

    /// The row for a status among a catalog's rows, which are in the order of their numbers.
    #[doc(hidden)]
    pub const fn find(rows: &'static [Self], status: u16) -> Option<&'static Self> {
        let (mut low, mut high) = (0, rows.len());
        while low < high {
            let middle = low.midpoint(high);
            match rows[middle].status() {
                found if found == status => return Some(&rows[middle]),
                found if found < status => low = middle + 1,
                _ => high = middle,
            }
        }
        None
    }

    const fn row(self) -> Row {
        self.catalog.tables().statuses.row(self.row)
    }

    /// The HTTP status, 100 to 599.
    pub const fn status(self) -> u16 {
        self.row().status()
    }

    /// Its reason phrase (RFC 9110 §15); `None` where it is not registered.
    pub const fn reason(self) -> Option<&'static str> {
        self.catalog.find_text(self.row(), Fact::Reason)
    }

    /// A short name; where the catalog has none, the reason phrase or the number.
    pub const fn title(self, locale: &str) -> &'static str {
        self.catalog.localized(self.row(), Fact::Title, locale)
    }

    /// What it means; `None` where the catalog does not say.
    pub const fn description(self, locale: &str) -> Option<&'static str> {
        self.catalog.find_localized(self.row(), Fact::Description, locale)
    }

    /// What to do next; `None` where the catalog does not say.
    pub const fn action(self, locale: &str) -> Option<&'static str> {
        self.catalog.find_localized(self.row(), Fact::Action, locale)
    }

    /// Whether sending the request again can help; `None` where the catalog does not say.
    pub const fn retry(self) -> Option<Retry> {
        retry(self.row().retry())
    }

    /// A link to the status's own documentation; `None` where the catalog has none.
    pub const fn docs(self) -> Option<&'static str> {
        self.catalog.find_text(self.row(), Fact::Docs)
    }

    /// The code that travels with the status; `None` where codes are told apart otherwise.
    pub const fn code(self) -> Option<Entry> {
        match self.row().code() {
            Some(code) => Some(self.catalog.entry(code)),
            None => None,
        }
    }

    /// The names of the headers that come with the status, such as `Retry-After`.
    pub fn headers(self) -> impl Iterator<Item = &'static str> {
        self.catalog.text(self.row(), Fact::Headers).split_ascii_whitespace()
    }

    /// The keys of the catalog's row whose values are not in the API's own documentation.
    pub fn assumed(self) -> impl Iterator<Item = &'static str> {
        self.catalog.text(self.row(), Fact::Assumed).split_ascii_whitespace()
    }
}
