//! A row of an API's status table.

use core::fmt;

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::fact::{Actor, Effect, FactKey, GrpcCode, Retry, TextFact, WordFact};
use crate::header::Header;
use crate::row::{FactRow, PlainText};
use crate::status;

/// A row of an API's status table, success included.
///
/// `locale` is a BCP 47 tag, matched by RFC 4647 lookup, with the catalog's default last.
#[derive(Clone, Copy)]
pub struct StatusRow<'c> {
    catalog: &'c Catalog<'c>,
    number: u16,
}

impl fmt::Debug for StatusRow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StatusRow").field(&self.status()).finish()
    }
}

/// Of the same catalog, and the same row in it.
impl PartialEq for StatusRow<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && core::ptr::eq(self.catalog, other.catalog)
    }
}

impl Eq for StatusRow<'_> {}

impl<'c> StatusRow<'c> {
    /// The row with a number, as [`Catalog::statuses`] lists them.
    ///
    /// # Panics
    ///
    /// When it is asked for a fact, where there are not so many.
    pub const fn new(catalog: &'c Catalog<'c>, number: u16) -> Self {
        Self { catalog, number }
    }

    /// The catalog that the row is in.
    pub const fn catalog(self) -> &'c Catalog<'c> {
        self.catalog
    }

    pub(crate) const fn facts(self) -> FactRow<'c> {
        FactRow::new(self.catalog.statuses.row(self.number as usize), 0)
    }

    const fn localized(self, fact: TextFact, locale: &str) -> Option<&'c str> {
        match self.facts().text(fact) {
            0 => None,
            id => Some(self.catalog.texts.get(id + self.catalog.locale(locale) as u32)),
        }
    }

    /// The HTTP status, 100 to 599.
    pub const fn status(self) -> u16 {
        self.facts().status()
    }

    /// Its reason phrase (RFC 9110 §15); `None` where it is not registered.
    pub const fn reason(self) -> Option<&'static str> {
        status::reason(self.status())
    }

    /// A short name; where the catalog has none, the reason phrase or the number.
    pub const fn title(self, locale: &str) -> &'c str {
        match self.localized(TextFact::Title, locale) {
            Some(title) => title,
            None => "",
        }
    }

    /// What it means; `None` where the catalog does not say.
    pub const fn description(self, locale: &str) -> Option<&'c str> {
        self.localized(TextFact::Description, locale)
    }

    /// What to do next; `None` where the catalog does not say.
    pub const fn action(self, locale: &str) -> Option<&'c str> {
        self.localized(TextFact::Action, locale)
    }

    /// What to tell the person who uses the app; `None` where the catalog has no such text.
    pub const fn user_message(self, locale: &str) -> Option<&'c str> {
        self.localized(TextFact::UserMessage, locale)
    }

    /// Whether sending the request again can help; `None` where the catalog does not say.
    pub const fn retry(self) -> Option<Retry> {
        Retry::from_word(self.facts().word(WordFact::Retry))
    }

    /// Who has to act; `None` where the catalog does not say.
    pub const fn actor(self) -> Option<Actor> {
        Actor::from_word(self.facts().word(WordFact::Actor))
    }

    /// Whether a request that got the status may have taken effect; where the catalog does not say,
    /// [`Effect::of_status`].
    pub const fn effect(self) -> Effect {
        Effect::said_or_of(self.facts().word(WordFact::Effect), self.status())
    }

    /// The code of gRPC; where the catalog does not say, [`GrpcCode::of_status`].
    pub const fn grpc(self) -> GrpcCode {
        GrpcCode::said_or_of(self.facts().word(WordFact::Grpc), self.status())
    }

    /// A link to the status's own documentation; `None` where the catalog has none.
    pub const fn docs(self) -> Option<&'c str> {
        self.catalog.texts.find(self.facts().plain(PlainText::Docs))
    }

    /// The entry whose code travels with the status; `None` where codes are told apart otherwise.
    pub const fn code(self) -> Option<Entry<'c>> {
        match self.facts().entry() {
            Some(number) => Some(self.catalog.entry(number)),
            None => None,
        }
    }

    /// The names of the headers that come with the status, such as `Retry-After`.
    pub fn headers(self) -> impl ExactSizeIterator<Item = &'c str> {
        self.header_rows().map(Header::name)
    }

    pub(crate) fn header_rows(self) -> impl ExactSizeIterator<Item = Header<'c>> {
        let row = self.facts();
        self.catalog.header_rows(row.plain(PlainText::List), row.list_length())
    }

    /// The keys of the catalog's row whose values are not in the API's own documentation.
    pub fn assumed(self) -> impl Iterator<Item = &'static str> {
        self.facts().assumed().iter().map(FactKey::as_str)
    }
}

/// The status table.
impl<'c> Catalog<'c> {
    /// The status table, success included, in ascending order.
    pub fn statuses(&'c self) -> impl ExactSizeIterator<Item = StatusRow<'c>> {
        (0..self.status_count()).map(move |number| StatusRow::new(self, number))
    }

    /// The row for an HTTP status; `None` where the catalog has none.
    pub const fn status_row(&'c self, status: u16) -> Option<StatusRow<'c>> {
        let (mut low, mut high) = (0, self.status_count());
        while low < high {
            let middle = low.midpoint(high);
            let row = StatusRow::new(self, middle);
            match row.status() {
                found if found == status => return Some(row),
                found if found < status => low = middle + 1,
                _ => high = middle,
            }
        }
        None
    }
}
