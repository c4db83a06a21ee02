//! `[catch]`

use api_error_catalog_core::Catch;

use super::values::DocumentReader;
use crate::diagnostic::Diagnostic;
use crate::document::CatchEntry;
use crate::source::Spanned;
use crate::suggestion;
use crate::tree::{Key, SourceValue, Table};

impl DocumentReader<'_> {
    /// The entries that stand for what a framework answers itself.
    pub(super) fn catch(&mut self, node: &SourceValue<'_>) -> Vec<CatchEntry> {
        let wanted = "a table of names of entries";
        let entries = self.table(node, wanted).map(Table::entries).unwrap_or_default();
        let caught = entries.iter().filter_map(|entry| {
            let of = self.catch_key(&entry.key);
            let name = self.string(&entry.value);
            Some(CatchEntry { of: of?, entry: name? })
        });
        caught.collect()
    }

    fn catch_key(&mut self, key: &Key<'_>) -> Option<Spanned<Catch>> {
        let of = Catch::find(&key.value);
        if of.is_none() {
            let words: Vec<_> = Catch::words().collect();
            let message = format!("`[catch]` has no key `{}`", key.value);
            let error = Diagnostic::error(key.span, message);
            let meant = suggestion::nearest(&key.value, words.iter().copied());
            self.diagnostics.add(error.meant_or(meant, || {
                format!("its keys are: statuses from 400 to 599, {}", suggestion::list(&words))
            }));
        }
        Some(Spanned { value: of?, span: key.span })
    }
}
