//! A catalog with inheritance applied: every reference is an index, and every fact says where it comes
//! from.

use api_error_catalog_core::builder::{CatchDef, FixedSlotDef, ParameterDef, PossibleCauseDef};
use api_error_catalog_core::fact::{ByTextFact, ByWordFact, LocalizedTexts, Word};
use api_error_catalog_core::shape::{HeaderDef, ShapeDef};

use crate::source::Span;

/// A catalog; where there were errors, as far as it could be resolved.
///
/// ```
/// use api_error_catalog_core::fact::{Retry, WordFact};
/// use api_error_catalog_model::{Disk, Origin, Side, read};
///
/// let reading = read(&Disk::new("examples"), "wallet.toml", Side::Client);
/// let catalog = reading.catalog().expect("a catalog without errors");
/// let funds = &catalog.entries[0];
/// assert!(funds.status.assumed);
///
/// let retry = funds.facts.words[WordFact::Retry].expect("a fact of the status row");
/// assert_eq!(Retry::from_word(Some(retry.value)), Some(Retry::AfterChange));
/// assert_eq!(retry.origin, Origin::StatusRow(402));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
    /// What becomes a variant: status rows with a code or a variant first, then the codes in the order
    /// of the files.
    pub entries: Vec<ResolvedEntry>,
    /// The entries that stand for what a server's framework answers itself: words first, then statuses in
    /// ascending order.
    pub catch: Vec<CatchDef>,
    /// The error body.
    pub shape: ShapeDef,
}

/// A value and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether that says that the API's documentation does not give the value.
    pub assumed: bool,
}

/// Where a fact of an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Origin {
    /// The entry's own table.
    Own,
    /// An ancestor, by its number in [`ResolvedCatalog::entries`].
    Parent(usize),
    /// The row of this status.
    StatusRow(u16),
    /// `[defaults]`
    Defaults,
    /// No table says it; another fact stands in.
    Fallback,
}

impl<T> Sourced<T> {
    pub(crate) fn fallback(value: T) -> Self {
        Self { value, origin: Origin::Fallback, assumed: false }
    }

    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Sourced<U> {
        Sourced { value: change(self.value), origin: self.origin, assumed: self.assumed }
    }
}

/// The facts that a status row and an entry have in common.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SourcedFacts {
    /// The texts. The text of the first locale that has one stands in for those that are missing;
    /// [`Text::versions`](crate::document::Text::versions) says which are there.
    ///
    /// A status row has a title: the reason phrase, or the number, where no table says one. An entry
    /// has a title (else the reason phrase or the code), a message, braces still doubled in it (else
    /// the description or the title) and a description (else the message with `…` for its
    /// placeholders).
    pub texts: ByTextFact<Option<Sourced<LocalizedTexts>>>,
    /// The facts that are one of a few words.
    pub words: ByWordFact<Option<Sourced<Word>>>,
    /// A link.
    pub docs: Option<Sourced<String>>,
}

/// A status and what its row says.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ResolvedStatus {
    /// The status, 100 to 599.
    pub status: u16,
    /// The entry made of the row, by its number in [`ResolvedCatalog::entries`].
    pub entry: Option<usize>,
    /// The headers that come with it.
    pub headers: Vec<HeaderDef>,
    /// Its other facts.
    pub facts: SourcedFacts,
    /// Keys besides those of sourced facts whose values are assumed.
    pub assumed_keys: Vec<&'static str>,
}

/// A `[code]`, or a status row that becomes a variant, and what is known of it, what it inherits included.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ResolvedEntry {
    /// The name, which no other entry has.
    pub name: String,
    /// The code as it travels, which several entries may have; where [`is_sent`](Self::is_sent) is false, the status in digits.
    pub code: String,
    /// Whether the code stands in bodies.
    pub is_sent: bool,
    /// Where the name is written.
    pub span: Span,
    /// The variant that it becomes.
    pub variant: String,
    /// The HTTP status that it travels with.
    pub status: Sourced<u16>,
    /// The more general entry that it is sent under, by its number in [`ResolvedCatalog::entries`].
    pub parent: Option<usize>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// What may be behind the error. Never inherited.
    pub causes: Vec<PossibleCauseDef>,
    /// The values that it puts into slots itself, its own, its ancestors', its status's row's or the
    /// defaults'.
    pub set: Vec<FixedSlotDef>,
    /// Whether it is retired.
    pub is_retired: bool,
    /// The entry that is sent instead of it where it is retired, by its number in [`ResolvedCatalog::entries`].
    pub replaced_by: Option<usize>,
    /// The problem type (RFC 9457 §3.1.1), a URI reference; `None` is `about:blank`. Never inherited.
    pub problem_type: Option<String>,
    /// Its other facts.
    pub facts: SourcedFacts,
    /// Whether a table says the message, or the entry or an ancestor has a description or a title that
    /// stands for it; false where nothing does but a fallback.
    pub says_message: bool,
    /// The parameters: those of the message in the default locale, then those that stand in no message.
    pub parameters: Vec<ParameterDef>,
    /// Keys besides those of sourced facts whose values are assumed.
    pub assumed_keys: Vec<&'static str>,
}

impl SourcedFacts {
    /// The keys of the facts that are assumed.
    fn assumed(&self) -> impl Iterator<Item = &'static str> {
        let texts = self.texts.iter();
        let texts = texts.filter(|(_, text)| text.as_ref().is_some_and(|text| text.assumed));
        let words = self.words.iter().filter(|(_, word)| word.is_some_and(|word| word.assumed));
        let docs = self.docs.as_ref().filter(|docs| docs.assumed);
        texts
            .map(|(fact, _)| fact.key())
            .chain(words.map(|(fact, _)| fact.key()))
            .chain(docs.map(|_| "docs"))
    }
}

impl ResolvedStatus {
    /// The keys whose values the API's documentation does not give, sorted.
    pub fn assumed(&self) -> Vec<&'static str> {
        sorted(self.facts.assumed().chain(self.assumed_keys.iter().copied()))
    }
}

impl ResolvedEntry {
    /// The keys whose values the API's documentation does not give, sorted: those of inherited facts
    /// where the table that has them says so.
    pub fn assumed(&self) -> Vec<&'static str> {
        let status = self.status.assumed.then_some("status");
        sorted(self.facts.assumed().chain(self.assumed_keys.iter().copied()).chain(status))
    }
}

fn sorted(keys: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut keys: Vec<_> = keys.collect();
    keys.sort_unstable();
    keys
}
