//! The keys of a table: those it may have, and what nobody knows.

use crate::finding::{Finding, Findings};
use crate::suggestion::{self, nearest};
use crate::tree::{Entry, Node, Table};

pub(super) struct Keys<'t, 's> {
    table: &'t Table<'s>,
    known: Vec<&'static str>,
}

impl<'t, 's> Keys<'t, 's> {
    pub(super) fn new(table: &'t Table<'s>, known: &[&'static str]) -> Self {
        Self { table, known: known.to_vec() }
    }

    /// The value of a key. Where the key is not there and another is its misspelling, that one's: the
    /// misspelling is reported, and what it says is not missing.
    pub(super) fn get(&self, key: &str) -> Option<&'t Node<'s>> {
        debug_assert!(self.known.contains(&key), "`{key}` is not in the list of keys");
        let entry = self.table.get(key).or_else(|| self.misspelling(key))?;
        Some(&entry.node)
    }

    fn misspelling(&self, key: &str) -> Option<&'t Entry<'s>> {
        let meant = |entry: &Entry<'_>| nearest(&entry.key.value, self.known.iter().copied());
        self.unknown().find(|entry| meant(entry) == Some(key))
    }

    fn unknown(&self) -> impl Iterator<Item = &'t Entry<'s>> {
        self.table.entries().iter().filter(|entry| !self.known.contains(&entry.key.value.as_ref()))
    }

    /// Reports the keys that the table cannot have.
    pub(super) fn finish(&self, owner: &str, findings: &mut Findings) {
        for Entry { key, .. } in self.unknown() {
            findings.add(
                Finding::error(key.span, format!("{owner} has no key `{}`", key.value))
                    .help(suggestion::help(&key.value, &self.known, "its keys are")),
            );
        }
    }
}
