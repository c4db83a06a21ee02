//! A catalog as it is used: everything inherited, every reference an index.

use crate::shape::Shape;
use crate::source::Span;

/// A catalog; where there were errors, as far as it could be made out.
#[derive(Debug, Default)]
pub struct ResolvedCatalog {
    /// Its short name.
    pub name: String,
    /// The locales; the first is the default, and every [`LocalizedTexts`] has one text for each.
    pub locales: Vec<String>,
    /// What the API is called.
    pub title: Option<LocalizedTexts>,
    /// Where the API documents its errors.
    pub docs: Option<String>,
    /// The API's version.
    pub version: Option<String>,
    /// The status table, one row for each status, in ascending order.
    pub statuses: Vec<ResolvedStatus>,
    /// The codes: those of status rows first, then the others in the order of the files.
    pub codes: Vec<ResolvedEntry>,
    /// The names of all placeholders, sorted.
    pub placeholders: Vec<String>,
    /// The error body.
    pub shape: Shape,
}

/// One text for each locale of the catalog.
pub type LocalizedTexts = Vec<String>;

/// A status and what its row says.
#[derive(Debug)]
pub struct ResolvedStatus {
    /// The status, 100 to 599.
    pub status: u16,
    /// Its reason phrase; `None` where it is not registered.
    pub reason: Option<&'static str>,
    /// The code that travels with it, by its number in [`ResolvedCatalog::codes`].
    pub code: Option<usize>,
    /// A short name; the reason phrase, or the number, where the row has none.
    pub title: LocalizedTexts,
    /// What it means.
    pub description: Option<LocalizedTexts>,
    /// What to do next.
    pub action: Option<LocalizedTexts>,
    /// Whether sending the request again can help.
    pub retry: Option<Retry>,
    /// The headers that come with it.
    pub headers: Vec<String>,
    /// A link.
    pub docs: Option<String>,
    /// The keys whose values the API's documentation does not give.
    pub assumed: Vec<String>,
}

/// A code and what is known of it, what it inherits included.
#[derive(Debug)]
pub struct ResolvedEntry {
    /// The code as it travels; where [`ResolvedEntry::is_sent`] is false, the status in digits.
    pub code: String,
    /// Whether the code stands in bodies.
    pub is_sent: bool,
    /// Where the entry is.
    pub span: Span,
    /// The variant it becomes.
    pub variant: String,
    /// The HTTP status it travels with.
    pub status: u16,
    /// The status's reason phrase; `None` where it is not registered.
    pub reason: Option<&'static str>,
    /// The more general code it is sent under, by its number in [`ResolvedCatalog::codes`].
    pub parent: Option<usize>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Whether it is kept for reading only.
    pub retired: bool,
    /// The names of its message's placeholders, in the order of the default locale's text.
    pub placeholders: Vec<String>,
    /// A short name; where nothing gives one, the reason phrase or the code.
    pub title: LocalizedTexts,
    /// The text that travels, braces still doubled in it; where nothing gives one, the description
    /// or the title.
    pub message: LocalizedTexts,
    /// What it means; where nothing says so, the message with `…` for its placeholders.
    pub description: LocalizedTexts,
    /// What to do next.
    pub action: Option<LocalizedTexts>,
    /// Whether sending the request again can help.
    pub retry: Option<Retry>,
    /// A link.
    pub docs: Option<String>,
    /// The problem type (RFC 9457 §3.1.1), a URI reference; `None` is `about:blank`.
    pub type_uri: Option<String>,
    /// The keys of the entry whose values the API's documentation does not give.
    pub assumed: Vec<String>,
}

impl ResolvedEntry {
    /// Whether the message has braces in any locale.
    pub fn is_template(&self) -> bool {
        self.message.iter().any(|text| text.contains('{') || text.contains('}'))
    }
}

/// Whether, and when, a request may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Sending it again never helps.
    Never,
    /// The request, or the state that it conflicts with, has to change first.
    AfterChange,
    /// The same request may be sent again later.
    AfterDelay,
}

impl Retry {
    /// Every advice under its name in a catalog.
    pub const ALL: [(&'static str, Self); 3] = [
        ("never", Self::Never),
        ("after-change", Self::AfterChange),
        ("after-delay", Self::AfterDelay),
    ];

    /// The name in a catalog.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterChange => "after-change",
            Self::AfterDelay => "after-delay",
        }
    }
}
