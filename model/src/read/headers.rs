//! `[headers]`, and `headers` of a status row

use super::values::{DocumentReader, owned};
use crate::document::HeaderTable;
use crate::finding::Subject;
use crate::tree::{SourceValue, Table, ValueKind};

impl DocumentReader<'_> {
    /// Headers and their values, or a list of names alone.
    pub(super) fn headers(&mut self, node: &SourceValue<'_>) -> Vec<HeaderTable> {
        if let ValueKind::Array(items) = &node.kind {
            let names = self.strings(node);
            if names.len() < items.len() {
                self.diagnostics.unread(Subject::Slots);
            }
            return names.into_iter().map(|name| HeaderTable::new(name, None)).collect();
        }
        self.header_table(node, "a list of header names, or a table of names and values")
    }

    /// Headers and their values, which are not taken apart yet: that is done with the body, which has the
    /// slots.
    pub(super) fn header_table(
        &mut self,
        node: &SourceValue<'_>,
        wanted: &str,
    ) -> Vec<HeaderTable> {
        let table = self.table(node, wanted);
        let entries = table.map(Table::entries).unwrap_or_default();
        let header = entries.iter().filter_map(|entry| {
            let value = Some(self.string(&entry.value)?);
            Some(HeaderTable::new(owned(&entry.key), value))
        });
        let headers: Vec<_> = header.collect();
        if table.is_some_and(|table| table.has_unread) {
            self.diagnostics.unread(Subject::LostPieces);
        }
        if table.is_none_or(|table| table.has_unread) || headers.len() < entries.len() {
            self.diagnostics.unread(Subject::Slots);
        }
        headers
    }
}
