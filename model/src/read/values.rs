//! Reads values of the types that a catalog has, and reports those of another type.

use std::borrow::Cow;
use std::collections::HashMap;

use api_error_catalog_core::slot::SlotType;

use super::locales::Locales;
use crate::diagnostic::Diagnostic;
use crate::document::Text;
use crate::finding::{Findings, Subject};
use crate::source::{Sources, Span, Spanned};
use crate::tree::{Key, KeyValue, SourceValue, Table, ValueKind};
use crate::{locale, suggestion};

pub(super) struct DocumentReader<'a> {
    pub(super) sources: &'a Sources,
    pub(super) diagnostics: &'a mut Findings,
    /// The catalog's locales, once the header is read.
    pub(super) locales: Locales<'a>,
    /// The parameters of all entries and the types that are declared, once the entries are read; each is a slot too.
    pub(super) parameters: HashMap<String, Option<SlotType>>,
}

impl DocumentReader<'_> {
    /// What is read of a value. One that is there and cannot be read leaves the subject uncertain.
    pub(super) fn or_unread<T>(
        &mut self,
        node: Option<&SourceValue<'_>>,
        subject: Subject,
        read: impl FnOnce(&mut Self, &SourceValue<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = read(self, node?);
        if value.is_none() {
            self.diagnostics.unread(subject);
        }
        value
    }

    /// A value that is not what its key takes.
    pub(super) fn wrong_type(
        &mut self,
        node: &SourceValue<'_>,
        wanted: &str,
        help: impl Into<String>,
    ) {
        if !matches!(node.kind, ValueKind::Broken) {
            let message = format!("expected {wanted}, found {}", node.kind.description());
            self.diagnostics.add(Diagnostic::error(node.span, message).help(help));
        }
    }

    pub(super) fn table<'t, 's>(
        &mut self,
        node: &'t SourceValue<'s>,
        wanted: &str,
    ) -> Option<&'t Table<'s>> {
        if let ValueKind::Table(table) = &node.kind {
            if table.has_unread {
                self.diagnostics.unread(Subject::Contents(node.span));
            }
            return Some(table);
        }
        let is_json = self.sources.get(node.span.file).is_json();
        let help = match &node.kind {
            ValueKind::Array(items)
                if matches!(&items[..], [SourceValue { kind: ValueKind::Table(_), .. }]) =>
            {
                "leave the brackets out"
            }
            _ if is_json => "an object is written `{ \"key\": … }`",
            _ => "a table is written `{ key = … }`, or under a header of its own",
        };
        self.wrong_type(node, wanted, help);
        None
    }

    pub(super) fn list<'t, 's>(
        &mut self,
        node: &'t SourceValue<'s>,
        wanted: &str,
    ) -> &'t [SourceValue<'s>] {
        if let ValueKind::Array(items) = &node.kind {
            return items;
        }
        let help = match node.kind {
            ValueKind::String(_) | ValueKind::Integer(_) => {
                format!("write a list: `[{}]`", self.sources.text(node.span))
            }
            _ => "a list is written in brackets, its items behind commas".to_owned(),
        };
        self.wrong_type(node, wanted, help);
        &[]
    }

    pub(super) fn string(&mut self, node: &SourceValue<'_>) -> Option<Spanned<String>> {
        if let ValueKind::String(value) = &node.kind {
            return Some(Spanned { value: value.clone().into_owned(), span: node.span });
        }
        let help = match node.kind {
            ValueKind::Array(_) | ValueKind::Table(_) | ValueKind::Null => {
                "write one string, in quotes".to_owned()
            }
            _ => format!("put it in quotes: `\"{}\"`", self.sources.text(node.span)),
        };
        self.wrong_type(node, "a string", help);
        None
    }

    pub(super) fn boolean(&mut self, node: &SourceValue<'_>) -> Option<bool> {
        if let ValueKind::Boolean(value) = node.kind {
            return Some(value);
        }
        let help = match &node.kind {
            ValueKind::String(word) if word == "true" || word == "false" => {
                format!("write it without quotes: `{word}`")
            }
            _ => "write `true`, or leave the key out".to_owned(),
        };
        self.wrong_type(node, "`true` or `false`", help);
        None
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(
        &mut self,
        node: &SourceValue<'_>,
        choices: &[(&str, T)],
    ) -> Option<Spanned<T>> {
        let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
        let number = self.word(node, &names)?;
        Some(Spanned { value: choices[number].1, span: node.span })
    }

    /// One of a few words, by its number.
    pub(super) fn word(&mut self, node: &SourceValue<'_>, words: &[&str]) -> Option<usize> {
        let ValueKind::String(word) = &node.kind else {
            let help = format!("the values are {}", suggestion::list(words));
            self.wrong_type(node, "a string", help);
            return None;
        };
        if let Some(number) = words.iter().position(|known| known == word) {
            return Some(number);
        }
        let meant = suggestion::nearest(word, words.iter().copied());
        self.diagnostics.add(
            Diagnostic::error(node.span, format!("`{word}` is not a value of this key"))
                .meant_or(meant, || suggestion::help(None, words, "the values are")),
        );
        None
    }

    /// A text: a string for each locale, or one string where there is one locale.
    pub(super) fn text(&mut self, node: &SourceValue<'_>) -> Text {
        let versions = match &node.kind {
            ValueKind::String(value) => {
                let mut versions = self.no_versions();
                let value = value.clone().into_owned();
                versions[0] = Some(Spanned { value, span: node.span });
                Some(versions)
            }
            ValueKind::Table(table) => self.versions(table, node.span),
            _ => {
                let wanted = "a text, which is a string or a table with a string per locale";
                self.wrong_type(node, wanted, "write it in quotes");
                None
            }
        };
        match versions {
            Some(versions) => Text { span: node.span, versions },
            None => self.stand_in(node.span),
        }
    }

    /// The versions of the text at a place; `None` where one of them is no string, which is reported.
    pub(super) fn versions(
        &mut self,
        table: &Table<'_>,
        text: Span,
    ) -> Option<Vec<Option<Spanned<String>>>> {
        if table.has_unread {
            self.diagnostics.unread(Subject::Contents(text));
        }
        let mut versions = self.no_versions();
        let mut is_whole = true;
        let (own, of_bases): (Vec<_>, Vec<_>) =
            table.entries().iter().partition(|entry| self.sources.is_in_file(entry.key.span));
        for entry in own {
            let locale = self.locale_of_text(&entry.key, text);
            let version = self.string(&entry.value);
            is_whole &= version.is_some();
            if let Some(locale) = locale
                && versions[locale].is_none()
            {
                versions[locale] = version;
            }
        }
        if is_whole && !of_bases.is_empty() {
            self.add_versions_of_bases(&mut versions, &of_bases);
        }
        is_whole.then_some(versions)
    }

    /// Adds what ready-made bases say in the catalog's locales. A base has no say in which those are: its
    /// other texts are left out, and where it has none of them, its first text stands in.
    fn add_versions_of_bases(
        &mut self,
        versions: &mut [Option<Spanned<String>>],
        of_bases: &[&KeyValue<'_>],
    ) {
        let locales: Vec<_> = of_bases.iter().map(|entry| entry.key.value.as_ref()).collect();
        for (at, version) in versions.iter_mut().enumerate().filter(|(_, v)| v.is_none()) {
            let locale = self.locales.listed.get(at);
            let entry = locale.and_then(|locale| locale::lookup(&locale.value, &locales));
            *version = entry.and_then(|entry| self.string(&of_bases[entry].value));
        }
        if versions.iter().all(Option::is_none) {
            versions[0] = self.string(&of_bases[0].value);
        }
    }

    /// Room for a text in every locale; in one, where the catalog does not say which it has.
    pub(super) fn no_versions(&self) -> Vec<Option<Spanned<String>>> {
        vec![None; self.locales.listed.len().max(1)]
    }

    /// A text for one that cannot be read, so that it is not said to be missing too.
    pub(super) fn stand_in(&self, span: Span) -> Text {
        let version = Some(Spanned { value: "…".to_owned(), span });
        Text { span, versions: self.no_versions().iter().map(|_| version.clone()).collect() }
    }
}

/// An owned copy of a key.
pub(super) fn owned(key: &Key<'_>) -> Spanned<String> {
    Spanned { value: Cow::into_owned(key.value.clone()), span: key.span }
}
