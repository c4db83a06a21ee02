//! `set = { error_type = "card_error" }`: values that an entry puts into slots itself.

use api_error_catalog_core::builder::FixedValueDef;

use super::parameters::json_of;
use super::values::{DocumentReader, owned};
use crate::diagnostic::Diagnostic;
use crate::document::SetSlot;
use crate::source::Spanned;
use crate::tree::{SourceValue, Table, ValueKind};

impl DocumentReader<'_> {
    pub(super) fn set(&mut self, node: &SourceValue<'_>) -> Vec<SetSlot> {
        let table = self.table(node, "a table of slots and their values");
        let entries = table.map(Table::entries).unwrap_or_default();
        entries
            .iter()
            .filter_map(|entry| {
                let value = match &entry.value.kind {
                    ValueKind::String(text) => FixedValueDef::Text(text.clone().into_owned()),
                    _ => FixedValueDef::Json(self.json(&entry.value)?),
                };
                let value = Spanned { value, span: entry.value.span };
                Some(SetSlot { slot: owned(&entry.key), value })
            })
            .collect()
    }

    /// A value as JSON text; `None` where JSON has none for it, which is reported.
    fn json(&mut self, node: &SourceValue<'_>) -> Option<String> {
        let foreign = match json_of(node) {
            Ok(json) => return Some(json),
            Err(foreign) => foreign,
        };
        if !matches!(foreign.kind, ValueKind::Broken) {
            let written = self.sources.text(foreign.span);
            let help = format!("put it in quotes: `\"{written}\"`");
            let message = format!("JSON has no value `{written}`");
            self.diagnostics.add(Diagnostic::error(foreign.span, message).help(help));
        }
        None
    }
}
