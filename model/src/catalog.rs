//! A catalog with inheritance applied: every reference is an index, and every fact says where it comes
//! from.

use crate::facts::{ByTextFact, ByWordFact, Retry, Shape, TextFact, Word, WordFact};
use crate::source::Span;

/// A catalog; where there were errors, as far as it could be resolved.
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
    /// The names of all placeholders, sorted.
    pub placeholders: Vec<String>,
    /// The error body.
    pub shape: Shape,
}

/// One text for each locale of the catalog. The text of the first locale that has one stands in for
/// those that are missing; [`Text::versions`](crate::document::Text::versions) says which are there.
pub type LocalizedTexts = Vec<String>;

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

/// A status and what its row says.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ResolvedStatus {
    /// The status, 100 to 599.
    pub status: u16,
    /// Its reason phrase; `None` where it is not registered.
    pub reason: Option<&'static str>,
    /// The entry made of the row, by its number in [`ResolvedCatalog::entries`].
    pub entry: Option<usize>,
    /// The texts. There always is a title: the reason phrase, or the number, where the row has none.
    pub texts: ByTextFact<Option<Sourced<LocalizedTexts>>>,
    /// The facts that are one of a few words.
    pub words: ByWordFact<Option<Sourced<Word>>>,
    /// The headers that come with it.
    pub headers: Vec<String>,
    /// A link.
    pub docs: Option<Sourced<String>>,
    /// Keys besides those of sourced facts whose values are assumed.
    pub assumed_keys: Vec<&'static str>,
}

/// A code, or a status row that becomes a variant, and what is known of it, what it inherits included.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ResolvedEntry {
    /// The code as it travels; where [`ResolvedEntry::is_sent`] is false, the status in digits.
    pub code: String,
    /// Whether the code stands in bodies.
    pub is_sent: bool,
    /// Where the code is written.
    pub span: Span,
    /// The variant that it becomes.
    pub variant: String,
    /// The HTTP status that it travels with.
    pub status: Sourced<u16>,
    /// The status's reason phrase; `None` where it is not registered.
    pub reason: Option<&'static str>,
    /// The more general code it is sent under, by its number in [`ResolvedCatalog::entries`].
    pub parent: Option<usize>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Whether it is kept for reading only.
    pub retired: bool,
    /// The names of its message's placeholders, in the order of the default locale's text.
    pub placeholders: Vec<String>,
    /// The texts. There always are a title, a message and a description; see their methods for what
    /// stands in for one that no table has.
    pub texts: ByTextFact<Option<Sourced<LocalizedTexts>>>,
    /// The facts that are one of a few words.
    pub words: ByWordFact<Option<Sourced<Word>>>,
    /// A link.
    pub docs: Option<Sourced<String>>,
    /// The problem type (RFC 9457 §3.1.1), a URI reference; `None` is `about:blank`. Never inherited.
    pub type_uri: Option<String>,
    /// Keys besides those of sourced facts whose values are assumed.
    pub assumed_keys: Vec<&'static str>,
}

/// What stands for a text that is always there.
static NO_TEXTS: LocalizedTexts = Vec::new();

type Texts = ByTextFact<Option<Sourced<LocalizedTexts>>>;
type Words = ByWordFact<Option<Sourced<Word>>>;

fn text(texts: &Texts, fact: TextFact) -> Option<&LocalizedTexts> {
    texts[fact].as_ref().map(|text| &text.value)
}

fn retry(words: &Words) -> Option<Retry> {
    Retry::of(words[WordFact::Retry]?.value)
}

/// The keys of the facts that are assumed, sorted.
fn assumed(
    texts: &Texts,
    words: &Words,
    docs: Option<&Sourced<String>>,
    others: &[&'static str],
) -> Vec<&'static str> {
    let mut keys = others.to_vec();
    for (fact, text) in texts.iter() {
        keys.extend(text.as_ref().filter(|text| text.assumed).map(|_| fact.key()));
    }
    for (fact, word) in words.iter() {
        keys.extend(word.filter(|word| word.assumed).map(|_| fact.key()));
    }
    keys.extend(docs.filter(|docs| docs.assumed).map(|_| "docs"));
    keys.sort_unstable();
    keys
}

impl ResolvedStatus {
    /// A short name; the reason phrase, or the number, where the row has none.
    pub fn title(&self) -> &LocalizedTexts {
        text(&self.texts, TextFact::Title).unwrap_or(&NO_TEXTS)
    }

    /// What the status means.
    pub fn description(&self) -> Option<&LocalizedTexts> {
        text(&self.texts, TextFact::Description)
    }

    /// What to do next.
    pub fn action(&self) -> Option<&LocalizedTexts> {
        text(&self.texts, TextFact::Action)
    }

    /// Whether sending the request again can help.
    pub fn retry(&self) -> Option<Retry> {
        retry(&self.words)
    }

    /// A link.
    pub fn docs(&self) -> Option<&str> {
        Some(&self.docs.as_ref()?.value)
    }

    /// The keys whose values the API's documentation does not give, sorted.
    pub fn assumed(&self) -> Vec<&'static str> {
        assumed(&self.texts, &self.words, self.docs.as_ref(), &self.assumed_keys)
    }
}

impl ResolvedEntry {
    /// A short name; where no table has one, the reason phrase or the code.
    pub fn title(&self) -> &LocalizedTexts {
        text(&self.texts, TextFact::Title).unwrap_or(&NO_TEXTS)
    }

    /// The text that travels, braces still doubled in it; where no table has one, the description or
    /// the title.
    pub fn message(&self) -> &LocalizedTexts {
        text(&self.texts, TextFact::Message).unwrap_or(&NO_TEXTS)
    }

    /// What the code means; where no table says so, the message with `…` for its placeholders.
    pub fn description(&self) -> &LocalizedTexts {
        text(&self.texts, TextFact::Description).unwrap_or(&NO_TEXTS)
    }

    /// What to do next.
    pub fn action(&self) -> Option<&LocalizedTexts> {
        text(&self.texts, TextFact::Action)
    }

    /// Whether sending the request again can help.
    pub fn retry(&self) -> Option<Retry> {
        retry(&self.words)
    }

    /// A link.
    pub fn docs(&self) -> Option<&str> {
        Some(&self.docs.as_ref()?.value)
    }

    /// The keys whose values the API's documentation does not give, sorted: those of inherited facts
    /// where the table that has them says so.
    pub fn assumed(&self) -> Vec<&'static str> {
        let mut keys = assumed(&self.texts, &self.words, self.docs.as_ref(), &self.assumed_keys);
        if self.status.assumed {
            keys.push("status");
            keys.sort_unstable();
        }
        keys
    }

    /// Whether the message has braces in any locale.
    pub fn is_template(&self) -> bool {
        self.message().iter().any(|text| text.contains(['{', '}']))
    }
}
