//! A catalog as its files say it: every fact with its place, nothing inherited, nothing checked
//! beyond its type.

use std::borrow::Cow;

use crate::catalog::Retry;
use crate::preset::Preset;
use crate::shape::{Node, Slot};
use crate::source::{FileId, Span, Spanned};
use crate::variant::{self, Unfit};

/// The file that another one extends.
pub(crate) struct Extends {
    /// The path as it is written.
    pub(crate) path: Spanned<String>,
    /// The file; `None` where it could not be read.
    pub(crate) file: Option<FileId>,
}

/// What the files say.
pub(crate) struct Document {
    pub(crate) header: Header,
    pub(crate) body: Option<BodyTable>,
    pub(crate) statuses: Vec<StatusTable>,
    pub(crate) codes: Vec<CodeTable>,
}

pub(crate) struct Header {
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) locales: Vec<Spanned<String>>,
    pub(crate) title: Option<Text>,
    pub(crate) docs: Option<Spanned<String>>,
    pub(crate) version: Option<Spanned<String>>,
    pub(crate) missing: Missing,
}

/// What a text that lacks a locale is.
#[derive(Clone, Copy, Default)]
pub(crate) enum Missing {
    #[default]
    Error,
    Warn,
    Allow,
}

impl Missing {
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("error", Self::Error), ("warn", Self::Warn), ("allow", Self::Allow)];
}

/// One text in the catalog's locales.
pub(crate) struct Text {
    pub(crate) span: Span,
    /// One for each locale, in the header's order.
    pub(crate) versions: Vec<Option<Spanned<String>>>,
}

impl Text {
    pub(crate) fn present(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.versions.iter().flatten()
    }
}

/// What a code and a status row can both say.
#[derive(Default)]
pub(crate) struct Facts {
    pub(crate) title: Option<Text>,
    pub(crate) message: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) action: Option<Text>,
    pub(crate) retry: Option<Spanned<Retry>>,
    pub(crate) docs: Option<Spanned<String>>,
    pub(crate) type_uri: Option<Spanned<String>>,
    pub(crate) variant: Option<Spanned<String>>,
    pub(crate) assumed: Vec<Spanned<String>>,
}

impl Facts {
    fn texts(&self) -> [(&'static str, &Option<Text>); 4] {
        [
            ("title", &self.title),
            ("message", &self.message),
            ("description", &self.description),
            ("action", &self.action),
        ]
    }

    /// The keys of the facts that are there and that others may inherit.
    pub(crate) fn keys(&self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        for (key, text) in &self.texts() {
            if text.is_some() {
                keys.push(*key);
            }
        }
        if self.retry.is_some() {
            keys.push("retry");
        }
        if self.docs.is_some() {
            keys.push("docs");
        }
        keys
    }

    /// Whether a key is among those that the API's documentation does not give.
    pub(crate) fn assume(&self, key: &str) -> bool {
        self.assumed.iter().any(|assumed| assumed.value == key)
    }
}

pub(crate) struct StatusTable {
    pub(crate) status: Spanned<u16>,
    pub(crate) also: Vec<Spanned<u16>>,
    pub(crate) code: Option<Spanned<String>>,
    /// Headers that come with the status.
    pub(crate) headers: Vec<Spanned<String>>,
    /// The author knows that the status is not registered.
    pub(crate) unregistered: Option<Span>,
    pub(crate) facts: Facts,
}

impl StatusTable {
    /// Whether the row becomes a variant.
    pub(crate) fn is_typed(&self) -> bool {
        self.code.is_some() || self.facts.variant.is_some()
    }

    /// The effective code: the row's own, or the status in digits where it sends none; `None` where
    /// the row becomes no variant.
    pub(crate) fn effective_code(&self) -> Option<Spanned<Cow<'_, str>>> {
        self.is_typed().then(|| match &self.code {
            Some(code) => borrowed(code),
            None => {
                Spanned { value: Cow::Owned(self.status.value.to_string()), span: self.status.span }
            }
        })
    }

    /// Every status that the row serves.
    pub(crate) fn served(&self) -> impl Iterator<Item = &Spanned<u16>> {
        std::iter::once(&self.status).chain(&self.also)
    }
}

pub(crate) struct CodeTable {
    pub(crate) code: Spanned<String>,
    pub(crate) status: Option<Spanned<u16>>,
    pub(crate) parent: Option<Spanned<String>>,
    pub(crate) aliases: Vec<Spanned<String>>,
    pub(crate) retired: bool,
    pub(crate) facts: Facts,
}

pub(crate) struct BodyTable {
    pub(crate) preset: Option<&'static Preset>,
    pub(crate) media_type: Option<Spanned<String>>,
    /// What the type of a problem begins with; its code follows.
    pub(crate) type_base: Option<Spanned<String>>,
    pub(crate) request_headers: Vec<(Spanned<String>, Spanned<String>)>,
    pub(crate) slots: Vec<Spanned<Slot>>,
    pub(crate) members: Node,
    pub(crate) inner: Option<Spanned<Node>>,
}

impl Document {
    /// Every text of every entry, with the key it stands under.
    pub(crate) fn texts(&self) -> Vec<(&'static str, &Text)> {
        let mut texts = Vec::new();
        if let Some(title) = &self.header.title {
            texts.push(("title", title));
        }
        for facts in self.facts() {
            for (key, text) in &facts.texts() {
                if let Some(text) = text {
                    texts.push((*key, text));
                }
            }
        }
        texts
    }

    /// The facts of every entry.
    pub(crate) fn facts(&self) -> Vec<&Facts> {
        let mut facts = Vec::with_capacity(self.statuses.len() + self.codes.len());
        facts.extend(self.statuses.iter().map(|row| &row.facts));
        facts.extend(self.codes.iter().map(|code| &code.facts));
        facts
    }

    /// The entries that become variants, status rows first, with the effective code of each.
    pub(crate) fn variants(&self) -> Vec<VariantEntry<'_>> {
        let mut variants = Vec::with_capacity(self.statuses.len() + self.codes.len());
        for row in &self.statuses {
            if let Some(code) = row.effective_code() {
                variants.push(VariantEntry::new(Entry::Status(row), code));
            }
        }
        for code in &self.codes {
            variants.push(VariantEntry::new(Entry::Code(code), borrowed(&code.code)));
        }
        variants
    }

    /// The row for a status.
    pub(crate) fn row(&self, status: u16) -> Option<&StatusTable> {
        self.statuses.iter().find(|row| row.served().any(|served| served.value == status))
    }
}

fn borrowed(text: &Spanned<String>) -> Spanned<Cow<'_, str>> {
    Spanned { value: Cow::Borrowed(&text.value), span: text.span }
}

/// A status row or a `[code]`.
#[derive(Clone, Copy)]
pub(crate) enum Entry<'d> {
    Status(&'d StatusTable),
    Code(&'d CodeTable),
}

impl<'d> Entry<'d> {
    pub(crate) fn facts(self) -> &'d Facts {
        match self {
            Self::Status(row) => &row.facts,
            Self::Code(code) => &code.facts,
        }
    }

    pub(crate) fn status(self) -> Option<u16> {
        match self {
            Self::Status(row) => Some(row.status.value),
            Self::Code(code) => Some(code.status?.value),
        }
    }

    pub(crate) fn parent(self) -> Option<&'d str> {
        match self {
            Self::Status(_) => None,
            Self::Code(code) => Some(&code.parent.as_ref()?.value),
        }
    }
}

/// An entry that becomes a variant.
pub(crate) struct VariantEntry<'d> {
    pub(crate) entry: Entry<'d>,
    /// Its effective code.
    pub(crate) code: Spanned<Cow<'d, str>>,
    /// The variant's name, and where it comes from.
    pub(crate) name: Spanned<Cow<'d, str>>,
    /// What keeps it from being called so.
    pub(crate) unfit: Option<Unfit>,
}

impl<'d> VariantEntry<'d> {
    fn new(entry: Entry<'d>, code: Spanned<Cow<'d, str>>) -> Self {
        let name = match &entry.facts().variant {
            Some(name) => borrowed(name),
            None => Spanned { value: Cow::Owned(variant::name(&code.value)), span: code.span },
        };
        let unfit = variant::unfit(&name.value);
        Self { entry, code, name, unfit }
    }
}
