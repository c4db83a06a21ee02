//! A catalog as its files say it: every fact with its span, nothing inherited, nothing checked beyond
//! its type.

use api_error_catalog_core::Catch;
use api_error_catalog_core::builder::FixedValueDef;
use api_error_catalog_core::fact::{ByTextFact, ByWordFact, FactKey, FactKeys, TextFact, Word};
use api_error_catalog_core::shape::{NodeDef, PieceDef};
use api_error_catalog_core::slot::{SlotDef, SlotType};
use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::Severity;
pub use crate::preset::{Preset, PresetMember};
use crate::source::{FileId, Span, Spanned};

/// What the files of a catalog say, those that extend others merged with them. A fact's span names the
/// file that it is from.
///
/// ```
/// use api_error_catalog_core::fact::{TextFact, WordFact};
/// use api_error_catalog_model::{Disk, Side, read};
///
/// let reading = read(&Disk::new("examples"), "wallet.toml", Side::Client);
/// let funds = &reading.document().codes[0];
/// assert_eq!(funds.name.value, "insufficient-funds");
/// // It has a message in both locales, and no retry advice: that is inherited.
/// let message = funds.facts.texts[TextFact::Message].as_ref().expect("a message");
/// assert_eq!(message.present().count(), 2);
/// assert!(funds.facts.words[WordFact::Retry].is_none());
///
/// let place = funds.name.span;
/// assert_eq!(reading.sources.text(place), "insufficient-funds");
/// assert_eq!(reading.sources.get(place.file).position(place.start).column, 7);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// `[catalog]`
    pub header: Header,
    /// `[headers]`: the headers of answers, whatever their status is.
    pub headers: Vec<HeaderTable>,
    /// `[body]`; `None` where it is not there or has no members.
    pub body: Option<BodyTable>,
    /// `[defaults]`
    pub defaults: Option<DefaultsTable>,
    /// `[status.…]`, in the order of the files.
    pub statuses: Vec<StatusTable>,
    /// `[code.…]`, in the order of the files.
    pub codes: Vec<CodeTable>,
    /// `[catch]`: the entries that stand for what a server's framework answers itself.
    pub catch: Vec<CatchEntry>,
    /// What the files extend, in the order in which it was read, from the named file on.
    pub extends: Vec<Extends>,
    /// The comments of all TOML files, from `#` to the end of the line, in the order of the files.
    pub comments: Vec<Span>,
}

/// What a server's framework answers itself, and the entry that stands for it.
#[derive(Clone, Debug, PartialEq)]
pub struct CatchEntry {
    /// What is caught.
    pub of: Spanned<Catch>,
    /// The name of the entry.
    pub entry: Spanned<String>,
}

/// That a file extends another one, or a ready-made base.
#[derive(Clone, Debug, PartialEq)]
pub struct Extends {
    /// The path, or the name of the base, as it is written.
    pub path: Spanned<String>,
    /// The source that it leads to; `None` where that could not be read.
    pub file: Option<FileId>,
}

/// `[catalog]`
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// The short name.
    pub name: Option<Spanned<String>>,
    /// The locales as they are listed; the first is the default.
    pub locales: Vec<Spanned<String>>,
    /// What the API is called.
    pub title: Option<Text>,
    /// Where the API documents its errors.
    pub docs: Option<Spanned<String>>,
    /// The API's version.
    pub version: Option<Spanned<String>>,
    /// What a text that lacks a locale is; `None` where the catalog does not say.
    pub missing: Option<Spanned<Missing>>,
}

impl Header {
    /// The locales and their numbers, without those that are listed before.
    pub(crate) fn distinct_locales(&self) -> impl Iterator<Item = (usize, &Spanned<String>)> {
        self.locales.iter().enumerate().filter(|(at, tag)| {
            let is_same = |other: &Spanned<String>| other.value.eq_ignore_ascii_case(&tag.value);
            !self.locales[..*at].iter().any(is_same)
        })
    }

    /// How bad it is that a text lacks a locale; `None` where that is fine.
    pub(crate) fn severity_of_missing(&self) -> Option<Severity> {
        match self.missing.map_or_else(Missing::default, |missing| missing.value) {
            Missing::Error => Some(Severity::Error),
            Missing::Warn => Some(Severity::Warning),
            Missing::Allow => None,
        }
    }
}

/// What a text that lacks a locale is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// An error.
    #[default]
    Error,
    /// A warning.
    Warn,
    /// Fine.
    Allow,
}

impl Missing {
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warn", Self::Warn), ("allow", Self::Allow)];
}

/// One text in the catalog's locales.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The string, or the table of strings.
    pub span: Span,
    /// One for each locale, in the order of [`Header::locales`]; `None` where the catalog has no text
    /// in that locale.
    pub versions: Vec<Option<Spanned<String>>>,
}

impl Text {
    /// The versions that are there.
    pub fn present(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.versions.iter().flatten()
    }
}

/// What a code and a status row can both say. `None` where the table does not say it, whatever it may
/// inherit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The keys of the table that `assumed` may name, whether their values could be read or not.
    pub written: FactKeys,
    /// The texts.
    pub texts: ByTextFact<Option<Text>>,
    /// The facts that are one of a few words.
    pub words: ByWordFact<Option<Spanned<Word>>>,
    /// A link.
    pub docs: Option<Spanned<String>>,
    /// The problem type (RFC 9457 §3.1.1).
    pub problem_type: Option<Spanned<String>>,
    /// The name of the variant.
    pub variant: Option<Spanned<String>>,
    /// The values that it puts into slots.
    pub set: Vec<SetSlot>,
    /// The keys whose values the API's documentation does not give.
    pub assumed: Vec<Spanned<String>>,
}

/// A slot and the value that an entry puts into it.
#[derive(Clone, Debug, PartialEq)]
pub struct SetSlot {
    /// The slot's name.
    pub slot: Spanned<String>,
    /// What stands in it where the caller has not set it.
    pub value: Spanned<FixedValueDef>,
}

impl Facts {
    /// Whether the table has a key that `assumed` may name.
    pub(crate) fn says(&self, key: &str) -> bool {
        FactKey::find(key).is_some_and(|key| self.written.contains(key))
    }

    /// Whether a key is among those that the API's documentation does not give.
    pub fn assumes(&self, key: &str) -> bool {
        self.assumed.iter().any(|assumed| assumed.value == key)
    }

    pub(crate) fn message(&self) -> Option<&Text> {
        self.texts[TextFact::Message].as_ref()
    }
}

/// `[status.404]`
#[derive(Clone, Debug, PartialEq)]
pub struct StatusTable {
    /// The status, 100 to 599.
    pub status: Spanned<u16>,
    /// Other statuses that have the same row.
    pub also: Vec<Spanned<u16>>,
    /// The code that travels with the status.
    pub code: Option<Spanned<String>>,
    /// Headers that come with the status.
    pub headers: Vec<HeaderTable>,
    /// `unregistered = true`: the author knows that the status is not registered.
    pub unregistered: Option<Span>,
    /// Its other facts.
    pub facts: Facts,
}

impl CodeTable {
    /// The code as it travels: its own, or the name.
    pub fn effective_code(&self) -> &Spanned<String> {
        self.code.as_ref().unwrap_or(&self.name)
    }
}

impl StatusTable {
    /// Whether the row becomes a variant.
    pub fn is_typed(&self) -> bool {
        self.code.is_some() || self.facts.variant.is_some()
    }

    /// The effective code, which is the entry's name too: the row's own, or the status in digits where it sends none; `None` where
    /// the row becomes no variant.
    pub fn effective_code(&self) -> Option<Spanned<Cow<'_, str>>> {
        self.is_typed().then(|| match &self.code {
            Some(code) => Spanned { value: Cow::Borrowed(&*code.value), span: code.span },
            None => {
                Spanned { value: Cow::Owned(self.status.value.to_string()), span: self.status.span }
            }
        })
    }

    /// Every status that has the row.
    pub fn served(&self) -> impl Iterator<Item = &Spanned<u16>> {
        std::iter::once(&self.status).chain(&self.also)
    }
}

/// `[defaults]`: what a code has that neither it, its parents nor its status's row says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefaultsTable {
    /// The HTTP status that a code travels with.
    pub status: Option<Spanned<u16>>,
    /// What the variants begin with that are named after their entries.
    pub variant_prefix: Option<Spanned<String>>,
    /// Its other facts. Neither a variant nor a problem type is among them.
    pub facts: Facts,
}

/// `[code.insufficient-funds]`
#[derive(Clone, Debug, PartialEq)]
pub struct CodeTable {
    /// The name, which is the table's.
    pub name: Spanned<String>,
    /// The code as it travels; `None` where that is the name.
    pub code: Option<Spanned<String>>,
    /// The HTTP status that it travels with.
    pub status: Option<Spanned<u16>>,
    /// The name of the more general entry that it is sent under.
    pub parent: Option<Spanned<String>>,
    /// Other spellings.
    pub aliases: Vec<Spanned<String>>,
    /// What may be behind the error.
    pub causes: Vec<PossibleCause>,
    /// `retired = true`: it is read, and sent no more.
    pub retired: Option<Span>,
    /// The name of the entry that is sent instead of it.
    pub replaced_by: Option<Spanned<String>>,
    /// The parameters that it declares, whether they stand in its message or not.
    pub parameters: Vec<ParameterTable>,
    /// Its other facts.
    pub facts: Facts,
}

/// One of the `causes` of a code.
#[derive(Clone, Debug, PartialEq)]
pub struct PossibleCause {
    /// When it is behind the error.
    pub when: Text,
    /// What to do then.
    pub action: Text,
}

/// A parameter in `[code.insufficient-funds.parameters]`
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterTable {
    /// The name.
    pub name: Spanned<String>,
    /// The type; `None` where the table does not say it.
    pub parameter_type: Option<Spanned<SlotType>>,
    /// A value as one may be, in JSON.
    pub example: Option<Spanned<String>>,
}

/// `[body]`
#[derive(Clone, Debug, PartialEq)]
pub struct BodyTable {
    /// The shape that it names instead of writing it out; its members are in `members` too.
    pub preset: Option<Spanned<&'static Preset>>,
    /// The `Content-Type`; `None` for the preset's, or `application/json`.
    pub media_type: Option<Spanned<String>>,
    /// What the type of a problem begins with; its code follows.
    pub type_base: Option<Spanned<String>>,
    /// Names and values of headers that a request needs to get this body.
    pub request_headers: Vec<(Spanned<String>, Spanned<String>)>,
    /// Its slots; a [`NodeDef::Slot`] says which by its number here. The span is that of the declaration,
    /// or of the place in the shape where there is none.
    pub slots: Vec<Spanned<SlotDef>>,
    /// The JSON that travels.
    pub members: NodeDef,
    /// The object that [`NodeDef::Inner`] stands for.
    pub inner: Option<Spanned<NodeDef>>,
    /// The strings of `members` and of `inner` as they are written, in the order of the files.
    pub strings: Vec<ShapeString>,
    /// The pieces of them that could not be read, which has been reported.
    pub(crate) lost: Vec<Span>,
    /// Where `members` are, or the name of the shape where there are none.
    pub(crate) span: Span,
}

/// A string of a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct ShapeString {
    /// The key of the member that it is, or is in a list of; as it is written.
    pub key: String,
    /// The string, slots and all.
    pub written: Spanned<String>,
}

/// A header of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct HeaderTable {
    /// Its name.
    pub name: Spanned<String>,
    /// Its value as it is written; `None` where the catalog says no more than that the header is there.
    pub value: Option<Spanned<String>>,
    /// The value taken apart; empty where it could not be.
    pub pieces: Vec<PieceDef>,
    /// Whether a slot in it is optional.
    pub is_optional: bool,
}

impl HeaderTable {
    /// A header whose value has not been taken apart.
    pub(crate) fn new(name: Spanned<String>, value: Option<Spanned<String>>) -> Self {
        Self { name, value, pieces: Vec::new(), is_optional: false }
    }
}

impl Document {
    /// Every header of an answer: those of every status, then those of each row.
    pub(crate) fn all_headers(&self) -> impl Iterator<Item = &HeaderTable> {
        self.headers.iter().chain(self.statuses.iter().flat_map(|row| &row.headers))
    }

    /// The names, codes and aliases of entries, and what each is.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&'static str, &Spanned<String>)> {
        let rows = self.statuses.iter().filter_map(|row| Some(("code", row.code.as_ref()?)));
        let codes = self.codes.iter().flat_map(|code| {
            let name = if code.code.is_none() { "code" } else { "name" };
            let own = code.code.iter().map(|code| ("code", code));
            let aliases = code.aliases.iter().map(|alias| ("alias", alias));
            std::iter::once((name, &code.name)).chain(own).chain(aliases)
        });
        rows.chain(codes)
    }

    /// Every text of every entry, those of its causes included, with the key it stands under.
    pub(crate) fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = Vec::new();
        if let Some(title) = &self.header.title {
            texts.push(("title", title));
        }
        for facts in self.all_facts() {
            for (fact, text) in facts.texts.iter() {
                if let Some(text) = text {
                    texts.push((fact.key(), text));
                }
            }
        }
        for cause in self.codes.iter().flat_map(|code| &code.causes) {
            texts.extend([("when", &cause.when), ("action", &cause.action)]);
        }
        texts
    }

    /// The facts of every table that has some.
    pub(crate) fn all_facts(&self) -> Vec<&Facts> {
        let mut facts = Vec::with_capacity(1 + self.statuses.len() + self.codes.len());
        facts.extend(self.defaults.as_ref().map(|defaults| &defaults.facts));
        facts.extend(self.statuses.iter().map(|row| &row.facts));
        facts.extend(self.codes.iter().map(|code| &code.facts));
        facts
    }

    /// The types that slots and parameters have, by name. A parameter has one type in all entries: that of
    /// the slot of the same name, or the first that is declared.
    pub(crate) fn parameter_types(&self) -> HashMap<&str, Spanned<SlotType>> {
        let slots = self.body.iter().flat_map(|body| &body.slots);
        let slots = slots.map(|slot| {
            (slot.value.name.as_str(), Spanned { value: slot.value.slot_type, span: slot.span })
        });
        let declared = self.codes.iter().flat_map(|code| &code.parameters);
        let declared = declared.filter_map(|p| Some((p.name.value.as_str(), p.parameter_type?)));
        let mut types = HashMap::new();
        for (name, slot_type) in slots.chain(declared) {
            types.entry(name).or_insert(slot_type);
        }
        types
    }

    /// The row of a status.
    pub fn row(&self, status: u16) -> Option<&StatusTable> {
        self.statuses.iter().find(|row| row.served().any(|served| served.value == status))
    }
}
