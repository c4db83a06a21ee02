//! `set = { error_type = "card_error" }`: values that an entry puts into slots itself.

use api_error_catalog_core::builder::FixedValueDef;
use api_error_catalog_core::json::{is_number, quoted};

use super::values::{DocumentReader, owned};
use crate::diagnostic::Diagnostic;
use crate::document::SetSlot;
use crate::source::Spanned;
use crate::tree::{KeyValue, SourceValue, Table, ValueKind};

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
        Some(match &node.kind {
            ValueKind::String(text) => quoted(text),
            ValueKind::Integer(number) => number.to_string(),
            ValueKind::Number(number) if is_number(number) => number.clone().into_owned(),
            ValueKind::Boolean(value) => value.to_string(),
            ValueKind::Null => "null".to_owned(),
            ValueKind::Array(items) => {
                let items: Option<Vec<_>> = items.iter().map(|item| self.json(item)).collect();
                format!("[{}]", items?.join(","))
            }
            ValueKind::Table(table) => {
                let member = |entry: &KeyValue<'_>| {
                    Some(format!("{}:{}", quoted(&entry.key.value), self.json(&entry.value)?))
                };
                let members: Option<Vec<_>> = table.entries().iter().map(member).collect();
                format!("{{{}}}", members?.join(","))
            }
            ValueKind::Number(_) | ValueKind::Datetime => {
                let written = self.sources.text(node.span);
                self.diagnostics.add(
                    Diagnostic::error(node.span, format!("JSON has no value `{written}`"))
                        .help(format!("put it in quotes: `\"{written}\"`")),
                );
                return None;
            }
            ValueKind::Broken => return None,
        })
    }
}
