//! The keys of a table: those it may have, and what nobody knows.

use crate::finding::{Finding, Findings};
use crate::suggestion::{self, nearest};
use crate::tree::{Entry, Node, Table};

pub(super) struct Keys<'t, 's> {
    table: &'t Table<'s>,
    known: &'static [&'static [&'static str]],
    unknown: Vec<&'t Entry<'s>>,
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
    pub(super) fn get(&self, key: &str) -> Option<&'t Node<'s>> {
        let entry = self.table.get(key).or_else(|| self.misspelling(key))?;
        Some(&entry.node)
    }

    fn misspelling(&self, key: &str) -> Option<&'t Entry<'s>> {
        let meant = |entry: &&&Entry<'_>| {
            nearest(&entry.key.value, self.known.concat().iter().copied()) == Some(key)
        };
        self.unknown.iter().find(meant).copied()
    }

    /// Reports the keys that the table cannot have.
    pub(super) fn finish(&self, owner: &str, findings: &mut Findings) {
        for Entry { key, .. } in &self.unknown {
            findings.add(
                Finding::error(key.span, format!("{owner} has no key `{}`", key.value))
                    .help(suggestion::help(&key.value, &self.known.concat(), "its keys are")),
            );
        }
    }
}
