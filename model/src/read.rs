//! Tree to draft: which keys there are, and what type each value has.

mod body;
mod entry;
mod header;
mod keys;

use std::borrow::Cow;
use std::collections::HashSet;

use crate::draft::{Draft, Text};
use crate::finding::{Finding, Findings};
use crate::source::{FileId, Sources, Span, Spanned};
use crate::suggestion;
use crate::template;
use crate::tree::{Key, Node, Table, Value};
use keys::Keys;

/// Reads what the files say. What cannot be read is reported and left out.
pub(crate) fn read(
    root: &Table<'_>,
    file: FileId,
    sources: &Sources,
    findings: &mut Findings,
) -> Draft {
    let mut reader =
        Reader { sources, findings, locales: Vec::new(), placeholders: HashSet::new() };
    let start = Span { file, start: 0, end: 0 };
    let mut keys = Keys::new(root);
    let header = reader.header(keys.take("catalog"), start);
    let body = keys.take("body");
    let statuses = reader.tables(keys.take("status"), Reader::status);
    let codes = reader.tables(keys.take("code"), Reader::code);
    let facts = statuses.iter().map(|row| &row.facts).chain(codes.iter().map(|code| &code.facts));
    for version in facts.filter_map(|facts| facts.message.as_ref()).flat_map(Text::present) {
        reader.placeholders.extend(template::placeholders(&version.value).map(str::to_owned));
    }
    let body = match body {
        Some(node) => reader.body(node),
        None => {
            reader.findings.missing(
                Finding::error(start, "the catalog has no `[body]`")
                    .help("add a `[body.members]` table with the JSON that travels, such as `code = \"{code}\"`"),
            );
            None
        }
    };
    keys.finish("a catalog", reader.findings);
    Draft { header, body, statuses, codes }
}

struct Reader<'a> {
    sources: &'a Sources,
    findings: &'a mut Findings,
    /// The catalog's locales, once the header is read.
    locales: Vec<String>,
    /// The placeholders of all messages, once the entries are read; each is a slot too.
    placeholders: HashSet<String>,
}

impl Reader<'_> {
    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.findings.add(Finding::error(span, message));
    }

    /// A value that is not what its key takes.
    fn wrong_type(&mut self, node: &Node<'_>, wanted: &str) {
        if !matches!(node.value, Value::Broken) {
            let message = format!("expected {wanted}, found {}", node.value.kind());
            self.error(node.span, message);
        }
    }

    fn table<'t, 's>(&mut self, node: &'t Node<'s>, wanted: &str) -> Option<&'t Table<'s>> {
        if let Value::Table(table) = &node.value {
            return Some(table);
        }
        self.wrong_type(node, wanted);
        None
    }

    fn list<'t, 's>(&mut self, node: &'t Node<'s>, wanted: &str) -> &'t [Node<'s>] {
        if let Value::Array(items) = &node.value {
            return items;
        }
        self.wrong_type(node, wanted);
        &[]
    }

    fn string(&mut self, node: &Node<'_>) -> Option<Spanned<String>> {
        if let Value::String(value) = &node.value {
            return Some(Spanned { value: value.clone().into_owned(), span: node.span });
        }
        self.wrong_type(node, "a string");
        None
    }

    fn boolean(&mut self, node: &Node<'_>) -> bool {
        if let Value::Boolean(value) = node.value {
            return value;
        }
        self.wrong_type(node, "`true` or `false`");
        false
    }

    /// One of a few words.
    fn choice<T: Copy>(&mut self, node: &Node<'_>, choices: &[(&str, T)]) -> Option<Spanned<T>> {
        let word = self.string(node)?;
        let found = choices.iter().find(|(name, _)| *name == word.value);
        if let Some((_, value)) = found {
            return Some(Spanned { value: *value, span: node.span });
        }
        let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
        self.findings.add(
            Finding::error(node.span, format!("`{}` is not a value of this key", word.value))
                .help(suggestion::help(&word.value, &names, "the values are")),
        );
        None
    }

    /// A text: a string for each locale, or one string where there is one locale.
    fn text(&mut self, node: &Node<'_>) -> Option<Text> {
        let mut versions: Vec<_> = self.locales.iter().map(|_| None).collect();
        match &node.value {
            Value::String(value) => {
                let value = Spanned { value: value.clone().into_owned(), span: node.span };
                *versions.first_mut()? = Some(value);
            }
            Value::Table(table) => {
                for entry in table.entries() {
                    let locale = self.locale_of_text(&entry.key);
                    let version = self.string(&entry.node);
                    if let Some(locale) = locale {
                        versions[locale] = version;
                    }
                }
            }
            _ => {
                self.wrong_type(node, "a text");
                return None;
            }
        }
        Some(Text { span: node.span, versions })
    }

    fn locale_of_text(&mut self, key: &Key<'_>) -> Option<usize> {
        let at = self.locales.iter().position(|locale| locale.eq_ignore_ascii_case(&key.value));
        if at.is_none() && !self.locales.is_empty() {
            let locales: Vec<_> = self.locales.iter().map(String::as_str).collect();
            self.findings.add(
                Finding::error(
                    key.span,
                    format!("`{}` is not a locale of this catalog", key.value),
                )
                .help(suggestion::help(
                    &key.value,
                    &locales,
                    "`catalog.locales` has",
                )),
            );
        }
        at
    }

    fn tables<T>(
        &mut self,
        node: Option<&Node<'_>>,
        read: fn(&mut Self, &Key<'_>, &Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let table = node.and_then(|node| self.table(node, "a table of entries"));
        let entries = table.map_or(&[][..], Table::entries);
        entries.iter().filter_map(|entry| read(self, &entry.key, &entry.node)).collect()
    }
}

/// An owned copy of a key.
fn owned(key: &Key<'_>) -> Spanned<String> {
    Spanned { value: Cow::into_owned(key.value.clone()), span: key.span }
}
