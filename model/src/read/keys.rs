//! The keys of a table: those it may have, and unknown ones.

use api_error_catalog_core::fact::{FactKey, FactKeys};

use crate::diagnostic::Diagnostic;
use crate::finding::{Findings, Subject};
use crate::known_keys::KnownKeys;
use crate::suggestion::{self, nearest};
use crate::tree::{KeyValue, SourceValue, Table};

pub(super) struct Keys<'t, 's> {
    table: &'t Table<'s>,
    /// In groups.
    known: KnownKeys,
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
    pub(super) fn new(table: &'t Table<'s>, known: KnownKeys) -> Self {
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

    /// Whether a key is there, and a misspelling of it beside it.
    pub(super) fn is_split(&self, key: &str) -> bool {
        self.table.get(key).is_some() && self.unknown.iter().any(|u| u.meant == Some(key))
    }

    /// Those of its keys that a catalog may mark as assumed, whether their values could be read or not.
    pub(super) fn facts(&self) -> FactKeys {
        let entries = self.table.entries().iter().map(|entry| &*entry.key.value);
        let meant = self.unknown.iter().filter_map(|unknown| unknown.meant);
        entries.chain(meant).filter_map(FactKey::find).collect()
    }

    /// Reports the unknown keys.
    pub(super) fn finish(&self, owner: &str, diagnostics: &mut Findings) {
        for Unknown { entry: KeyValue { key, .. }, meant } in &self.unknown {
            let help = suggestion::help(*meant, &self.known.concat(), "its keys are");
            let error = Diagnostic::error(key.span, format!("{owner} has no key `{}`", key.value));
            // A table has no key twice.
            let is_free = |meant: &&str| self.table.get(meant).is_none();
            let replacement = meant.filter(is_free).map(str::to_owned);
            let error = Diagnostic { replacement, ..error.help(help) };
            let mut finding = error.rests_on(Subject::Spelling(key.span));
            // What the table of the right name lacks may stand under the misspelling.
            if let Some(right) = meant.and_then(|meant| self.table.get(meant)) {
                finding = finding.explains(Subject::Contents(right.value.span));
            }
            diagnostics.add(finding);
        }
    }
}
