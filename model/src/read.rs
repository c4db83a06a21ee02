//! Reads the merged tree into a document: which keys there are, and what type each value has.

mod body;
mod catch;
mod entry;
mod header;
mod headers;
mod key;
mod keys;
mod locales;
mod parameters;
mod set;
mod shape;
mod slots;
mod string;
mod values;

use std::collections::{HashMap, HashSet};

use api_error_catalog_core::template;

use crate::diagnostic::Diagnostic;
use crate::document::{CodeTable, Document, Facts, StatusTable, Text};
use crate::finding::{Findings, Subject};
use crate::known_keys;
use crate::source::{FileId, Sources, Span};
use crate::tree::{Key, SourceValue, Table};
use keys::Keys;
use locales::Locales;
use values::DocumentReader;

/// Reads what the files say. What cannot be read is reported and left out.
pub(crate) fn read(
    root: &Table<'_>,
    file: FileId,
    sources: &Sources,
    diagnostics: &mut Findings,
) -> Document {
    let start = Span { file, start: 0, end: 0 };
    let locales = Locales::new(root, start);
    let mut reader = DocumentReader { sources, diagnostics, locales, parameters: HashMap::new() };
    let keys = Keys::new(root, known_keys::FILE);
    // For editors: which schema the file has.
    if let Some(schema) = keys.get("$schema") {
        reader.string(schema);
    }
    let header = reader.header(keys.get("catalog"), start);
    let body = keys.get("body");
    let wanted = "a table of header names and values";
    let mut headers =
        keys.get("headers").map(|node| reader.header_table(node, wanted)).unwrap_or_default();
    let defaults = keys.get("defaults").map(|node| reader.defaults(node));
    if matches!(defaults, Some(None)) {
        reader.diagnostics.unread(Subject::Defaults);
    }
    let defaults = defaults.flatten();
    let wanted = "a table of statuses, such as `[status.404]`";
    let mut statuses = reader.tables(
        keys.get("status"),
        wanted,
        &[Subject::UnregisteredRows, Subject::Entries],
        DocumentReader::status,
    );
    statuses = without_second_rows_of_bases(statuses, sources);
    let wanted = "a table of codes, such as `[code.not-found]`";
    let codes = reader.tables(keys.get("code"), wanted, &[Subject::Entries], DocumentReader::code);
    let catch = keys.get("catch").map(|node| reader.catch(node)).unwrap_or_default();
    if let Some(defaults) = &defaults {
        reader.placeholders_of(&defaults.facts);
    }
    for row in &statuses {
        reader.placeholders_of(&row.facts);
    }
    for code in &codes {
        reader.placeholders_of(&code.facts);
        reader.declared_by(code);
    }
    let body = match body {
        Some(node) => {
            let of_rows = statuses.iter_mut().flat_map(|row: &mut StatusTable| &mut row.headers);
            reader.body(node, headers.iter_mut().chain(of_rows))
        }
        None => {
            reader.diagnostics.add(
                Diagnostic::error(start, "the catalog has no `[body]`")
                    .help("add a `[body.members]` table with the JSON that travels, such as `code = \"{code}\"`")
                    .rests_on(Subject::Contents(start)),
            );
            None
        }
    };
    keys.finish("a catalog", reader.diagnostics);
    if root.has_unread {
        reader.diagnostics.unread(Subject::Contents(start));
        reader.diagnostics.unread(Subject::Defaults);
        reader.diagnostics.unread(Subject::Slots);
    }
    let is_split = keys.is_split("code") || keys.is_split("status");
    if root.has_unread || is_split {
        reader.diagnostics.unread(Subject::UnregisteredRows);
        reader.diagnostics.unread(Subject::Entries);
    }
    Document {
        header,
        headers,
        body,
        defaults,
        statuses,
        codes,
        catch,
        extends: Vec::new(),
        comments: Vec::new(),
    }
}

/// Leaves out the rows of ready-made bases whose statuses a row of the catalog serves too, through `also`.
fn without_second_rows_of_bases(
    mut statuses: Vec<StatusTable>,
    sources: &Sources,
) -> Vec<StatusTable> {
    let is_base = |row: &StatusTable| !sources.is_in_file(row.status.span);
    if statuses.iter().any(is_base) {
        let own = statuses.iter().filter(|row| !is_base(row)).flat_map(StatusTable::served);
        let own: HashSet<u16> = own.map(|status| status.value).collect();
        statuses.retain(|row| !is_base(row) || !own.contains(&row.status.value));
    }
    statuses
}

impl DocumentReader<'_> {
    /// Adds the placeholders of an entry's message.
    fn placeholders_of(&mut self, facts: &Facts) {
        for version in facts.message().into_iter().flat_map(Text::present) {
            for name in template::placeholders(&version.value) {
                self.parameters.entry(name.to_owned()).or_insert(None);
            }
        }
    }

    /// Adds the parameters that an entry declares.
    fn declared_by(&mut self, code: &CodeTable) {
        for parameter in &code.parameters {
            let known = self.parameters.entry(parameter.name.value.clone()).or_default();
            *known = known.or(parameter.parameter_type.map(|declared| declared.value));
        }
    }

    /// The tables of a table. Where it cannot be read, the subjects are uncertain.
    fn tables<T>(
        &mut self,
        node: Option<&SourceValue<'_>>,
        wanted: &str,
        subjects: &[Subject],
        read: fn(&mut Self, &Key<'_>, &SourceValue<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = node else { return Vec::new() };
        let table = self.table(node, wanted);
        let entries = table.map_or(&[][..], Table::entries);
        if table.is_none_or(|table| table.has_unread) {
            for subject in subjects {
                self.diagnostics.unread(*subject);
            }
        }
        entries.iter().filter_map(|entry| read(self, &entry.key, &entry.value)).collect()
    }
}
