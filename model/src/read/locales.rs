//! The locales that texts are keyed by.

use std::cell::OnceCell;
use std::collections::HashMap;

use api_error_catalog_core::fact::TextFact;

use super::values::DocumentReader;
use crate::diagnostic::Diagnostic;
use crate::finding::Subject;
use crate::source::{Sources, Span, Spanned};
use crate::tree::{Key, KeyValue, SourceValue, Table, ValueKind};
use crate::{locale, suggestion};

/// The catalog's locales, and how its texts use them.
pub(super) struct Locales<'a> {
    /// The tags as they are listed.
    pub(super) listed: Vec<Spanned<String>>,
    /// Where the list is.
    pub(super) place: Span,
    root: &'a Table<'a>,
    /// How often each tag is used. It is counted when a text has a tag that is not listed.
    used: OnceCell<Uses>,
    /// The unlisted tags that have been reported at the list.
    reported: Vec<String>,
}

/// The tags that the texts of a catalog's own files are keyed by.
#[derive(Default)]
struct Uses {
    /// How many texts are tables.
    texts: usize,
    /// By the tag in lower case.
    tags: HashMap<String, Use>,
}

struct Use {
    count: usize,
    first: Span,
}

impl<'a> Locales<'a> {
    pub(super) fn new(root: &'a Table<'a>, start: Span) -> Self {
        let (listed, reported) = (Vec::new(), Vec::new());
        Self { listed, place: start, root, used: OnceCell::new(), reported }
    }

    /// The number of a listed tag.
    fn number(&self, tag: &str) -> Option<usize> {
        self.listed.iter().position(|listed| listed.value.eq_ignore_ascii_case(tag))
    }

    fn tags(&self) -> Vec<&str> {
        self.listed.iter().map(|listed| listed.value.as_str()).collect()
    }

    /// The use of an unlisted tag that most texts have: the list is what is wrong, not the texts.
    fn most_used(&self, tag: &str, sources: &Sources) -> Option<&Use> {
        let Uses { texts, tags } = self.used.get_or_init(|| Uses::count(self.root, sources));
        let found = tags.get(&tag.to_ascii_lowercase())?;
        (found.count > 1 && found.count * 2 > *texts).then_some(found)
    }

    /// The listed locale that no text has, and that an unlisted tag was probably meant for.
    fn unused_for(&self, tag: &str) -> Option<usize> {
        let tags = &self.used.get()?.tags;
        let is_used = |listed: &str| tags.contains_key(&listed.to_ascii_lowercase());
        let unused: Vec<_> = self.tags().into_iter().filter(|listed| !is_used(listed)).collect();
        let meant = suggestion::nearest_locale(tag, &unused).or(unused.first().copied());
        self.number(meant?)
    }

    /// The only listed tag that is malformed.
    fn malformed(&self) -> Option<&str> {
        let mut malformed = self.tags().into_iter().filter(|tag| locale::problem(tag).is_some());
        let only = malformed.next()?;
        malformed.next().is_none().then_some(only)
    }
}

impl Uses {
    fn count(root: &Table<'_>, sources: &Sources) -> Self {
        let mut uses = Self::default();
        for entry in root.entries() {
            if matches!(&*entry.key.value, "catalog" | "defaults" | "status" | "code") {
                uses.add(entry, sources);
            }
        }
        uses
    }

    /// Adds the texts in a value.
    fn add(&mut self, KeyValue { key, value }: &KeyValue<'_>, sources: &Sources) {
        let is_text = || key.value == "when" || TextFact::KEYS.contains(&key.value.as_ref());
        match &value.kind {
            ValueKind::Table(table) if is_text() => self.add_text(table, sources),
            ValueKind::Table(table) => {
                table.entries().iter().for_each(|entry| self.add(entry, sources));
            }
            ValueKind::Array(items) => {
                let tables = items.iter().filter_map(|item| match &item.kind {
                    ValueKind::Table(table) => Some(table),
                    _ => None,
                });
                tables.flat_map(Table::entries).for_each(|entry| self.add(entry, sources));
            }
            _ => {}
        }
    }

    fn add_text(&mut self, table: &Table<'_>, sources: &Sources) {
        let is_own = |entry: &&KeyValue<'_>| sources.is_in_file(entry.key.span);
        self.texts += usize::from(table.entries().iter().any(|entry| is_own(&entry)));
        for entry in table.entries().iter().filter(is_own) {
            let first = entry.key.span;
            let used = self.tags.entry(entry.key.value.to_ascii_lowercase());
            used.or_insert(Use { count: 0, first }).count += 1;
        }
    }
}

/// Whether a tag is surely another one, `fr_CI` is `fr-CI`. One with other letters may be a language of its own,
/// as `de` is beside `en`.
fn is_misspelling(tag: &str, meant: &str) -> bool {
    tag.replace('_', "-").eq_ignore_ascii_case(meant)
}

impl DocumentReader<'_> {
    /// `catalog.locales`
    pub(super) fn locale_list(&mut self, node: &SourceValue<'_>) -> Vec<Spanned<String>> {
        let wanted = "a list of language tags";
        let items = match &node.kind {
            // Reported as no list, and understood all the same.
            ValueKind::String(_) => {
                self.list(node, wanted);
                std::slice::from_ref(node)
            }
            _ => self.list(node, wanted),
        };
        let tags: Vec<_> = items.iter().filter_map(|item| self.string(item)).collect();
        if tags.len() < items.len() || !matches!(node.kind, ValueKind::Array(_)) {
            self.diagnostics.unread(Subject::Locales);
        }
        self.locales.place = node.span;
        self.locales.listed.clone_from(&tags);
        tags
    }

    /// The number of the locale of a version of the text at `text`, or of the one that was meant.
    pub(super) fn locale_of_text(&mut self, key: &Key<'_>, text: Span) -> Option<usize> {
        if self.locales.listed.is_empty() {
            return Some(0);
        }
        let tag = key.value.as_ref();
        let number = self.locales.number(tag);
        if number.is_some() {
            return number;
        }
        if self.locales.most_used(tag, self.sources).is_some() {
            return self.locale_to_be_listed(tag);
        }
        let tags = self.locales.tags();
        let meant = suggestion::nearest_locale(tag, &tags).or_else(|| self.locales.malformed());
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("`catalog.locales` has {}", suggestion::list(&tags)),
        };
        let replacement = meant.filter(|meant| is_misspelling(tag, meant)).map(str::to_owned);
        let meant = meant.and_then(|meant| self.locales.number(meant));
        let message = format!("`{tag}` is not a locale of this catalog");
        let error = Diagnostic::error(key.span, message).help(help);
        let error = Diagnostic { replacement, ..error }.rests_on(Subject::Locales);
        let error = match meant {
            Some(number) => error.rests_on(Subject::Locale(number)),
            None => error,
        };
        self.diagnostics.add(error.explains(Subject::Contents(text)));
        meant
    }

    /// Reports once that the list lacks a tag that most texts have. The number is that of the listed one
    /// that stands in its place.
    fn locale_to_be_listed(&mut self, tag: &str) -> Option<usize> {
        let number = self.locales.unused_for(tag);
        if self.locales.reported.iter().any(|reported| reported.eq_ignore_ascii_case(tag)) {
            return number;
        }
        self.locales.reported.push(tag.to_owned());
        let used = self.locales.most_used(tag, self.sources)?;
        let (count, first) = (used.count, used.first);
        let finding = match number.map(|number| (number, &self.locales.listed[number])) {
            Some((number, listed)) => {
                let message =
                    format!("no text is in `{}`, and {count} texts are in `{tag}`", listed.value);
                let help = format!("write `\"{tag}\"` here, or rename the texts");
                let error = Diagnostic::error(listed.span, message).help(help);
                let error = error.other(first, "the first of them");
                error.rests_on(Subject::Locale(number)).explains(Subject::TextsIn(number))
            }
            None => {
                let message =
                    format!("`locales` does not list `{tag}`, and {count} texts are in it");
                let help = format!("add `\"{tag}\"` to the list, or leave the texts out");
                let error = Diagnostic::error(self.locales.place, message).help(help);
                error.other(first, "the first of them").rests_on(Subject::Locales)
            }
        };
        self.diagnostics.add(finding.rests_on(Subject::Locales));
        number
    }
}
