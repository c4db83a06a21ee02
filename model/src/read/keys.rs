//! The keys of a table, asked for one by one; what nobody asked for is unknown.

use crate::finding::{Finding, Findings};
use crate::suggestion;
use crate::tree::{Node, Table};

pub(super) struct Keys<'t, 's> {
    table: &'t Table<'s>,
    asked: Vec<&'static str>,
}

impl<'t, 's> Keys<'t, 's> {
    pub(super) fn new(table: &'t Table<'s>) -> Self {
        Self { table, asked: Vec::with_capacity(16) }
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<&'t Node<'s>> {
        self.asked.push(key);
        self.table.get(key).map(|entry| &entry.node)
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self, owner: &str, findings: &mut Findings) {
        for entry in self.table.entries() {
            let key = &entry.key;
            if !self.asked.contains(&key.value.as_ref()) {
                findings.add(
                    Finding::error(key.span, format!("{owner} has no key `{}`", key.value))
                        .help(suggestion::help(&key.value, &self.asked, "its keys are")),
                );
            }
        }
    }
}
