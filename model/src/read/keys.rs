//! The keys of a table: those it may have, and what nobody knows.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::suggestion::{self, nearest};
use crate::tree::{KeyValue, SourceValue, Table};

pub(super) struct Keys<'t, 's> {
    table: &'t Table<'s>,
    known: &'static [&'static [&'static str]],
    unknown: Vec<&'t KeyValue<'s>>,
}

impl<'t, 's> Keys<'t, 's> {
    /// The keys that the table may have are given in groups.
    pub(super) fn new(table: &'t Table<'s>, known: &'static [&'static [&'static str]]) -> Self {
        let mut unknown = Vec::new();
        for entry in table.entries() {
            if !known.iter().any(|keys| keys.contains(&entry.key.value.as_ref())) {
                unknown.push(entry);
            }
        }
        Self { table, known, unknown }
    }

    /// The value of a key. Where the key is not there and another is its misspelling, that one's: the
    /// misspelling is reported, and what it says is not missing.
    pub(super) fn get(&self, key: &str) -> Option<&'t SourceValue<'s>> {
        let entry = self.table.get(key).or_else(|| self.misspelling(key))?;
        Some(&entry.value)
    }

    fn misspelling(&self, key: &str) -> Option<&'t KeyValue<'s>> {
        let meant = |entry: &&&KeyValue<'_>| {
            nearest(&entry.key.value, self.known.concat().iter().copied()) == Some(key)
        };
        self.unknown.iter().find(meant).copied()
    }

    /// Reports the keys that the table cannot have.
    pub(super) fn finish(&self, owner: &str, diagnostics: &mut Diagnostics) {
        for KeyValue { key, .. } in &self.unknown {
            diagnostics.add(
                Diagnostic::error(key.span, format!("{owner} has no key `{}`", key.value))
                    .help(suggestion::help(&key.value, &self.known.concat(), "its keys are")),
            );
        }
    }
}
