//! Tree to document: which keys there are, and what type each value has.

mod body;
mod entry;
mod header;
mod keys;

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::{Document, Facts, Text};
use crate::source::{FileId, Sources, Span, Spanned};
use crate::suggestion;
use crate::template;
use crate::tree::{Key, SourceValue, Table, ValueKind};
use keys::Keys;

/// Reads what the files say. What cannot be read is reported and left out.
pub(crate) fn read(
    root: &Table<'_>,
    file: FileId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Document {
    let mut reader =
        DocumentReader { sources, diagnostics, locales: Vec::new(), placeholders: Vec::new() };
    let start = Span { file, start: 0, end: 0 };
    let keys = Keys::new(root, &[&["catalog", "body", "status", "code"]]);
    let header = reader.header(keys.get("catalog"), start);
    let body = keys.get("body");
    let wanted = "a table of statuses, such as `[status.404]`";
    let statuses = reader.tables(keys.get("status"), wanted, DocumentReader::status);
    let wanted = "a table of codes, such as `[code.not-found]`";
    let codes = reader.tables(keys.get("code"), wanted, DocumentReader::code);
    for row in &statuses {
        reader.placeholders_of(&row.facts);
    }
    for code in &codes {
        reader.placeholders_of(&code.facts);
    }
    reader.placeholders.sort_unstable();
    let body = match body {
        Some(node) => reader.body(node),
        None => {
            reader.diagnostics.missing(
                Diagnostic::error(start, "the catalog has no `[body]`")
                    .help("add a `[body.members]` table with the JSON that travels, such as `code = \"{code}\"`"),
            );
            None
        }
    };
    keys.finish("a catalog", reader.diagnostics);
    Document { header, body, statuses, codes }
}

struct DocumentReader<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    /// The catalog's locales, once the header is read.
    locales: Vec<String>,
    /// The placeholders of all messages, sorted, once the entries are read; each is a slot too.
    placeholders: Vec<String>,
}

impl DocumentReader<'_> {
    /// A value that is not what its key takes.
    fn wrong_type(&mut self, node: &SourceValue<'_>, wanted: &str) {
        self.wrong_type_with(node, wanted, None);
    }

    fn wrong_type_with(&mut self, node: &SourceValue<'_>, wanted: &str, help: Option<String>) {
        if !matches!(node.kind, ValueKind::Broken) {
            let message = format!("expected {wanted}, found {}", node.kind.description());
            self.diagnostics.add(Diagnostic { help, ..Diagnostic::error(node.span, message) });
        }
    }

    fn table<'t, 's>(&mut self, node: &'t SourceValue<'s>, wanted: &str) -> Option<&'t Table<'s>> {
        if let ValueKind::Table(table) = &node.kind {
            return Some(table);
        }
        self.wrong_type(node, wanted);
        None
    }

    fn list<'t, 's>(&mut self, node: &'t SourceValue<'s>, wanted: &str) -> &'t [SourceValue<'s>] {
        if let ValueKind::Array(items) = &node.kind {
            return items;
        }
        let help = match node.kind {
            ValueKind::String(_) | ValueKind::Integer(_) => {
                Some(format!("write a list: `[{}]`", self.sources.text(node.span)))
            }
            _ => None,
        };
        self.wrong_type_with(node, wanted, help);
        &[]
    }

    fn string(&mut self, node: &SourceValue<'_>) -> Option<Spanned<String>> {
        if let ValueKind::String(value) = &node.kind {
            return Some(Spanned { value: value.clone().into_owned(), span: node.span });
        }
        let help = match node.kind {
            ValueKind::Integer(_) | ValueKind::Number(_) | ValueKind::Datetime => {
                Some(format!("put it in quotes: `\"{}\"`", self.sources.text(node.span)))
            }
            _ => None,
        };
        self.wrong_type_with(node, "a string", help);
        None
    }

    fn boolean(&mut self, node: &SourceValue<'_>) -> bool {
        if let ValueKind::Boolean(value) = node.kind {
            return value;
        }
        self.wrong_type(node, "`true` or `false`");
        false
    }

    /// One of a few words.
    fn choice<T: Copy>(
        &mut self,
        node: &SourceValue<'_>,
        choices: &[(&str, T)],
    ) -> Option<Spanned<T>> {
        let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
        let number = self.word(node, &names)?;
        Some(Spanned { value: choices[number].1, span: node.span })
    }

    /// One of a few words, by its number.
    fn word(&mut self, node: &SourceValue<'_>, words: &[&str]) -> Option<usize> {
        let ValueKind::String(word) = &node.kind else {
            let help = format!("the values are {}", suggestion::list(words));
            self.wrong_type_with(node, "a string", Some(help));
            return None;
        };
        if let Some(number) = words.iter().position(|known| known == word) {
            return Some(number);
        }
        self.diagnostics.add(
            Diagnostic::error(node.span, format!("`{word}` is not a value of this key"))
                .help(suggestion::help(word, words, "the values are")),
        );
        None
    }

    /// A text: a string for each locale, or one string where there is one locale.
    fn text(&mut self, node: &SourceValue<'_>) -> Text {
        let versions = match &node.kind {
            ValueKind::String(value) => {
                let mut versions = self.no_versions();
                let value = value.clone().into_owned();
                versions[0] = Some(Spanned { value, span: node.span });
                Some(versions)
            }
            ValueKind::Table(table) => self.versions(table),
            _ => {
                let wanted = "a text, which is a string or a table with a string per locale";
                self.wrong_type(node, wanted);
                None
            }
        };
        match versions {
            Some(versions) => Text { span: node.span, versions },
            None => self.stand_in(node.span),
        }
    }

    /// `None` where one of them is no string, which is reported.
    fn versions(&mut self, table: &Table<'_>) -> Option<Vec<Option<Spanned<String>>>> {
        let mut versions = self.no_versions();
        let mut is_whole = true;
        for entry in table.entries() {
            let locale = self.locale_of_text(&entry.key);
            let version = self.string(&entry.value);
            is_whole &= version.is_some();
            if let Some(locale) = locale
                && versions[locale].is_none()
            {
                versions[locale] = version;
            }
        }
        is_whole.then_some(versions)
    }

    /// Room for a text in every locale; in one, where the catalog does not say which it has.
    fn no_versions(&self) -> Vec<Option<Spanned<String>>> {
        vec![None; self.locales.len().max(1)]
    }

    /// A text for one that cannot be read, so that it is not said to be missing too.
    fn stand_in(&self, span: Span) -> Text {
        let version = Some(Spanned { value: "…".to_owned(), span });
        Text { span, versions: self.no_versions().iter().map(|_| version.clone()).collect() }
    }

    /// The number of a text's locale, or of the one that was meant.
    fn locale_of_text(&mut self, key: &Key<'_>) -> Option<usize> {
        if self.locales.is_empty() {
            return Some(0);
        }
        let named = |name: &str| self.locales.iter().position(|l| l.eq_ignore_ascii_case(name));
        if let Some(at) = named(&key.value) {
            return Some(at);
        }
        let locales: Vec<_> = self.locales.iter().map(String::as_str).collect();
        let meant = suggestion::nearest_locale(&key.value, &locales);
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("`catalog.locales` has {}", suggestion::list(&locales)),
        };
        let at = meant.and_then(named);
        let message = format!("`{}` is not a locale of this catalog", key.value);
        self.diagnostics.add(Diagnostic::error(key.span, message).help(help));
        at
    }

    fn is_placeholder(&self, name: &str) -> bool {
        self.placeholders.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
    }

    /// Adds the placeholders of an entry's message.
    fn placeholders_of(&mut self, facts: &Facts) {
        for version in facts.message.iter().flat_map(Text::present) {
            for name in template::placeholders(&version.value) {
                self.placeholders.push(name.to_owned());
            }
        }
    }

    fn tables<T>(
        &mut self,
        node: Option<&SourceValue<'_>>,
        wanted: &str,
        read: fn(&mut Self, &Key<'_>, &SourceValue<'_>) -> Option<T>,
    ) -> Vec<T> {
        let table = node.and_then(|node| self.table(node, wanted));
        let entries = table.map_or(&[][..], Table::entries);
        entries.iter().filter_map(|entry| read(self, &entry.key, &entry.value)).collect()
    }
}

/// An owned copy of a key.
fn owned(key: &Key<'_>) -> Spanned<String> {
    Spanned { value: Cow::into_owned(key.value.clone()), span: key.span }
}
