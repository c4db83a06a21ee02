use core::fmt;

use crate::catalog::Catalog;
use crate::retry::Retry;
use crate::tables::{Fact, Row};

/// Everything a catalog says of one code, whichever enum the code belongs to.
///
/// Facts that an entry does not give are inherited: from its parent, then from its status's row.
/// `locale` is a BCP 47 tag, matched by RFC 4647 lookup, with the catalog's default last.
#[derive(Clone, Copy)]
pub struct Entry {
    catalog: &'static Catalog,
    code: u16,
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entry").field(&self.as_str()).finish()
    }
}

pub(crate) const RETRIES: [Retry; 3] = [Retry::Never, Retry::AfterChange, Retry::AfterDelay];

/// The advice that a row's number stands for.
pub(crate) const fn retry(number: u8) -> Option<Retry> {
    match number {
        0 => None,
        number => Some(RETRIES[number as usize - 1]),
    }
}

impl Entry {
    pub(crate) const fn new(catalog: &'static Catalog, code: u16) -> Self {
        Self { catalog, code }
    }

    pub(crate) const fn row(self) -> Row {
        self.catalog.tables().codes.row(self.code)
    }

    /// The catalog that the code is in.
    pub const fn catalog(self) -> &'static Catalog {
        self.catalog
    }

    /// The code as it travels. The digits of the status where the API sends no code with it
    /// ([`is_sent`](Self::is_sent)).
    pub const fn as_str(self) -> &'static str {
        self.catalog.text(self.row(), Fact::Code)
    }

    /// The name of the code's variant.
    pub const fn variant(self) -> &'static str {
        self.catalog.text(self.row(), Fact::Variant)
    }

    /// The HTTP status that the code travels with, 100 to 599.
    pub const fn status(self) -> u16 {
        self.row().status()
    }

    /// The reason phrase of the status (RFC 9110 §15); `None` where it is not registered.
    pub const fn reason(self) -> Option<&'static str> {
        self.catalog.find_text(self.row(), Fact::Reason)
    }

    /// A short name; where the catalog has none, the reason phrase of the status or the code.
    pub const fn title(self, locale: &str) -> &'static str {
        self.catalog.localized(self.row(), Fact::Title, locale)
    }

    /// The text that travels, as the template it is: `{placeholders}` for what varies, `{{` and `}}`
    /// for braces. Where the catalog has none, the description or the title.
    pub const fn message(self, locale: &str) -> &'static str {
        self.catalog.localized(self.row(), Fact::Message, locale)
    }

    /// What the code means; where the catalog has none, the message with `…` for what varies.
    pub const fn description(self, locale: &str) -> &'static str {
        self.catalog.localized(self.row(), Fact::Description, locale)
    }

    /// What to do next; `None` where the catalog does not say.
    pub const fn action(self, locale: &str) -> Option<&'static str> {
        self.catalog.find_localized(self.row(), Fact::Action, locale)
    }

    /// Whether sending the request again can help; `None` where the catalog does not say.
    pub const fn retry(self) -> Option<Retry> {
        retry(self.row().retry())
    }

    /// A link to the code's own documentation; `None` where the catalog has none.
    pub const fn docs(self) -> Option<&'static str> {
        self.catalog.find_text(self.row(), Fact::Docs)
    }

    /// The problem type (RFC 9457 §3.1.1), a URI reference; `None` where the catalog gives none, which
    /// is `about:blank`.
    pub const fn type_uri(self) -> Option<&'static str> {
        self.catalog.find_text(self.row(), Fact::TypeUri)
    }

    /// The more general code that this one is sent under.
    pub const fn parent(self) -> Option<Self> {
        match self.row().code() {
            Some(code) => Some(Self { code, ..self }),
            None => None,
        }
    }

    /// Whether the code is kept for reading only, and not sent any more.
    pub const fn is_retired(self) -> bool {
        self.row().is_retired()
    }

    /// Whether the code stands in bodies. Some APIs send one with some of their errors only; the
    /// others are known by their status.
    pub const fn is_sent(self) -> bool {
        self.row().is_sent()
    }

    /// The keys of the catalog's entry (`status`, `parent`, …) whose values are not in the API's own
    /// documentation.
    pub fn assumed(self) -> impl Iterator<Item = &'static str> {
        self.catalog.text(self.row(), Fact::Assumed).split_ascii_whitespace()
    }

    /// The code's number in its catalog.
    #[doc(hidden)]
    pub const fn number(self) -> u16 {
        self.code
    }
}
