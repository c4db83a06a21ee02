//! `[headers]`, and `headers` of a status row

use super::values::{DocumentReader, owned};
use crate::document::HeaderTable;
use crate::tree::{SourceValue, Table, ValueKind};

impl DocumentReader<'_> {
    /// Headers and their values, or a list of names alone.
    pub(super) fn headers(&mut self, node: &SourceValue<'_>) -> Vec<HeaderTable> {
        if matches!(node.kind, ValueKind::Array(_)) {
            let names = self.strings(node).into_iter();
            return names.map(|name| HeaderTable::new(name, None)).collect();
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
        let entries = self.table(node, wanted).map(Table::entries).unwrap_or_default();
        let header = entries.iter().filter_map(|entry| {
            let value = Some(self.string(&entry.value)?);
            Some(HeaderTable::new(owned(&entry.key), value))
        });
        header.collect()
    }
}
