//! `[code.insufficient-funds.parameters]`

use api_error_catalog_core::json;
use api_error_catalog_core::slot::SlotType;

use super::keys::Keys;
use super::values::{DocumentReader, owned};
use crate::document::ParameterTable;
use crate::known_keys;
use crate::source::Spanned;
use crate::tree::{Key, KeyValue, SourceValue, Table, ValueKind};

impl DocumentReader<'_> {
    pub(super) fn parameters(&mut self, node: Option<&SourceValue<'_>>) -> Vec<ParameterTable> {
        let table = node.and_then(|node| self.table(node, "a table of parameters"));
        let entries = table.map(Table::entries).unwrap_or_default();
        entries.iter().filter_map(|entry| self.parameter(&entry.key, &entry.value)).collect()
    }

    fn parameter(&mut self, key: &Key<'_>, node: &SourceValue<'_>) -> Option<ParameterTable> {
        let table = self.table(node, "a table such as `{ type = \"integer\" }`")?;
        let keys = Keys::new(table, known_keys::PARAMETER);
        let types = SlotType::ALL.map(|slot_type| (slot_type.as_str(), slot_type));
        let parameter_type = keys.get("type").map(|node| self.choice(node, &types));
        let example = keys.get("example").and_then(|node| self.example(node));
        // Of a type that cannot be read, no example can be said to have another.
        let example = example.filter(|_| parameter_type != Some(None));
        let parameter_type = parameter_type.flatten();
        keys.finish("a parameter", self.diagnostics);
        Some(ParameterTable { name: owned(key), parameter_type, example })
    }

    fn example(&mut self, node: &SourceValue<'_>) -> Option<Spanned<String>> {
        match json_of(node) {
            Ok(value) => Some(Spanned { value, span: node.span }),
            Err(foreign) => {
                let help = format!("put it in quotes: `\"{}\"`", self.sources.text(foreign.span));
                self.wrong_type(foreign, "a value that JSON has", help);
                None
            }
        }
    }

    /// The type of a parameter that some entry declares; a string where none does.
    pub(super) fn parameter_type(&self, name: &str) -> SlotType {
        self.parameters.get(name).copied().flatten().unwrap_or(SlotType::String)
    }

    /// Whether an entry has a parameter of that name, in its message or beside it.
    pub(super) fn is_parameter(&self, name: &str) -> bool {
        self.parameters.contains_key(name)
    }
}

/// A value as JSON; what JSON does not have is given back.
pub(super) fn json_of<'t, 's>(node: &'t SourceValue<'s>) -> Result<String, &'t SourceValue<'s>> {
    Ok(match &node.kind {
        ValueKind::String(text) => json::quoted(text),
        ValueKind::Integer(number) => number.to_string(),
        ValueKind::Number(number) if json::is_number(number) => number.to_string(),
        ValueKind::Boolean(value) => value.to_string(),
        ValueKind::Null => "null".to_owned(),
        ValueKind::Array(items) => {
            let items: Result<Vec<_>, _> = items.iter().map(json_of).collect();
            format!("[{}]", items?.join(","))
        }
        ValueKind::Table(table) => {
            let member = |entry: &'t KeyValue<'s>| {
                Ok(format!("{}:{}", json::quoted(&entry.key.value), json_of(&entry.value)?))
            };
            let members: Result<Vec<_>, _> = table.entries().iter().map(member).collect();
            format!("{{{}}}", members?.join(","))
        }
        ValueKind::Number(_) | ValueKind::Datetime | ValueKind::Broken => return Err(node),
    })
}
