//! The keys of a table: those it may have, and unknown ones.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::suggestion::{self, nearest};
use crate::tree::{KeyValue, SourceValue, Table};

pub(super) struct Keys<'t, 's> {
    table: &'t Table<'s>,
    /// In groups.
    known: &'static [&'static [&'static str]],
    unknown: Vec<Unknown<'t, 's>>,
}

/// A key that the table cannot have.
struct Unknown<'t, 's> {
    entry: &'t KeyValue<'s>,
    /// The key that was probably meant.
    meant: Option<&'static str>,
}

impl<'t, 's> Keys<'t, 's> {
    /// Looks through a table that may have the `known` keys.
    pub(super) fn new(table: &'t Table<'s>, known: &'static [&'static [&'static str]]) -> Self {
        let mut unknown = Vec::new();
        for entry in table.entries() {
            let key = entry.key.value.as_ref();
            if !known.iter().any(|keys| keys.contains(&key)) {
                unknown.push(Unknown { entry, meant: nearest(key, known.concat()) });
            }
        }
        Self { table, known, unknown }
    }

    /// The value of a key that the table may have. Where the key is not there and another is its misspelling, that one's: the
    /// misspelling is reported, and the key is not reported as missing.
    pub(super) fn get(&self, key: &str) -> Option<&'t SourceValue<'s>> {
        if !self.known.iter().any(|keys| keys.contains(&key)) {
            return None;
        }
        let misspelling = || self.unknown.iter().find(|unknown| unknown.meant == Some(key));
        let entry = self.table.get(key).or_else(|| Some(misspelling()?.entry))?;
        Some(&entry.value)
    }

    /// Reports the unknown keys.
    pub(super) fn finish(&self, owner: &str, diagnostics: &mut Diagnostics) {
        for Unknown { entry: KeyValue { key, .. }, meant } in &self.unknown {
            let help = suggestion::help(*meant, &self.known.concat(), "its keys are");
            diagnostics.add(
                Diagnostic::error(key.span, format!("{owner} has no key `{}`", key.value))
                    .help(help),
            );
        }
    }
}
