//! A catalog as its files say it: every fact with its place, nothing inherited, nothing checked
//! beyond its type.

use crate::catalog::Retry;
use crate::preset::Preset;
use crate::shape::{Node, Slot};
use crate::source::{Span, Spanned};

/// What the files say.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) header: Header,
    pub(crate) body: Option<Body>,
    pub(crate) statuses: Vec<Status>,
    pub(crate) codes: Vec<Code>,
}

#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) name: Option<Spanned<String>>,
    pub(crate) locales: Vec<Spanned<String>>,
    pub(crate) title: Option<Text>,
    pub(crate) docs: Option<Spanned<String>>,
    pub(crate) version: Option<Spanned<String>>,
    pub(crate) missing: Missing,
}

/// What a text that lacks a locale is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Debug)]
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
#[derive(Debug, Default)]
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
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        [
            ("title", &self.title),
            ("message", &self.message),
            ("description", &self.description),
            ("action", &self.action),
        ]
        .into_iter()
        .filter_map(|(key, text)| Some((key, text.as_ref()?)))
    }
}

impl Facts {
    /// The keys of the facts that are there and that others may inherit.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'static str> {
        let others = [("retry", self.retry.is_some()), ("docs", self.docs.is_some())];
        let others = others.into_iter().filter(|(_, is_there)| *is_there).map(|(key, _)| key);
        self.texts().map(|(key, _)| key).chain(others)
    }

    /// Whether a key is among those that the API's documentation does not give.
    pub(crate) fn assume(&self, key: &str) -> bool {
        self.assumed.iter().any(|assumed| assumed.value == key)
    }
}

#[derive(Debug)]
pub(crate) struct Status {
    pub(crate) status: Spanned<u16>,
    pub(crate) also: Vec<Spanned<u16>>,
    pub(crate) code: Option<Spanned<String>>,
    /// Headers that come with the status.
    pub(crate) headers: Vec<Spanned<String>>,
    /// The author knows that the status is not registered.
    pub(crate) unregistered: Option<Span>,
    pub(crate) facts: Facts,
}

impl Status {
    /// Whether the row becomes a variant.
    pub(crate) fn is_typed(&self) -> bool {
        self.code.is_some() || self.facts.variant.is_some()
    }

    /// What the row is known by as a code: its own, or the status in digits where it sends none;
    /// `None` where it becomes no variant.
    pub(crate) fn name(&self) -> Option<Spanned<String>> {
        let digits = || Spanned { value: self.status.value.to_string(), span: self.status.span };
        self.is_typed().then(|| self.code.clone().unwrap_or_else(digits))
    }

    /// Every status that the row serves.
    pub(crate) fn served(&self) -> impl Iterator<Item = &Spanned<u16>> {
        std::iter::once(&self.status).chain(&self.also)
    }
}

#[derive(Debug)]
pub(crate) struct Code {
    pub(crate) code: Spanned<String>,
    pub(crate) status: Option<Spanned<u16>>,
    pub(crate) parent: Option<Spanned<String>>,
    pub(crate) aliases: Vec<Spanned<String>>,
    pub(crate) retired: bool,
    pub(crate) facts: Facts,
}

#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) preset: Option<&'static Preset>,
    pub(crate) media_type: Option<Spanned<String>>,
    /// What the type of a problem begins with; its code follows.
    pub(crate) type_base: Option<Spanned<String>>,
    pub(crate) request_headers: Vec<(Spanned<String>, Spanned<String>)>,
    pub(crate) slots: Vec<Spanned<Slot>>,
    pub(crate) members: Node,
    pub(crate) inner: Option<Spanned<Node>>,
}

impl Draft {
    /// Every text of every entry, with the key it stands under.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        let header = self.header.title.iter().map(|text| ("title", text));
        let statuses = self.statuses.iter().flat_map(|status| status.facts.texts());
        let codes = self.codes.iter().flat_map(|code| code.facts.texts());
        header.chain(statuses).chain(codes)
    }

    /// The facts of every entry.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &Facts> {
        let statuses = self.statuses.iter().map(|status| &status.facts);
        statuses.chain(self.codes.iter().map(|code| &code.facts))
    }

    /// The entries that become variants, status rows first, with what each is known by.
    pub(crate) fn variants(&self) -> impl Iterator<Item = Variant<'_>> {
        let statuses = self.statuses.iter().filter_map(|row| {
            let code = row.name()?;
            Some(Variant { code, facts: &row.facts })
        });
        let codes =
            self.codes.iter().map(|code| Variant { code: code.code.clone(), facts: &code.facts });
        statuses.chain(codes)
    }

    /// The row for a status.
    pub(crate) fn row(&self, status: u16) -> Option<&Status> {
        self.statuses.iter().find(|row| row.served().any(|served| served.value == status))
    }
}

/// An entry that becomes a variant.
pub(crate) struct Variant<'d> {
    pub(crate) code: Spanned<String>,
    pub(crate) facts: &'d Facts,
}

impl Variant<'_> {
    /// The variant's name and where it comes from.
    pub(crate) fn name(&self) -> Spanned<String> {
        match &self.facts.variant {
            Some(name) => name.clone(),
            None => Spanned { value: crate::variant::name(&self.code.value), span: self.code.span },
        }
    }
}
