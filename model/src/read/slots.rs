//! `[body.slots]`

use api_error_catalog_core::slot::{KnownSlot, SlotDef, SlotSource, SlotType};
use heck::ToSnakeCase as _;

use super::keys::Keys;
use super::values::DocumentReader;
use crate::diagnostic::Diagnostic;
use crate::names;
use crate::source::{Span, Spanned};
use crate::tree::{Key, SourceValue, Table, ValueKind};

impl DocumentReader<'_> {
    pub(super) fn slots(&mut self, node: Option<&SourceValue<'_>>) -> Vec<Spanned<SlotDef>> {
        let table = node.and_then(|node| self.table(node, "a table of slots"));
        let entries = table.map(Table::entries).unwrap_or_default();
        entries.iter().filter_map(|entry| self.slot(&entry.key, &entry.value)).collect()
    }

    fn slot(&mut self, key: &Key<'_>, node: &SourceValue<'_>) -> Option<Spanned<SlotDef>> {
        if !self.slot_name(&key.value, key.span) {
            return None;
        }
        let empty = Table::default();
        let table = self.table(node, "a table such as `{ type = \"string\" }`").unwrap_or(&empty);
        let keys = Keys::new(table, &[&["type", "or", "min_length", "max_length"]]);
        let types = SlotType::ALL.map(|slot_type| (slot_type.as_str(), slot_type));
        let slot_type = keys.get("type").and_then(|node| self.choice(node, &types));
        let or = keys.get("or").and_then(|node| self.choice(node, &types));
        let min_length = keys.get("min_length").and_then(|node| self.length(node));
        let max_length = keys.get("max_length").and_then(|node| self.length(node));
        keys.finish("a slot", self.diagnostics);

        let known = KnownSlot::find(&key.value);
        let slot = SlotDef {
            name: key.value.clone().into_owned(),
            slot_type: slot_type
                .map(|slot_type| slot_type.value)
                .or_else(|| known.map(|slot| slot.slot_type))
                .unwrap_or(SlotType::String),
            or: or.map(|or| or.value),
            source: known.map_or(SlotSource::Caller, |slot| slot.source),
            min_length: min_length.unwrap_or(0),
            max_length,
        };
        if slot.slot_type != SlotType::String {
            self.no_lengths(&slot.name, table);
        }
        Some(Spanned { value: slot, span: key.span })
    }

    fn no_lengths(&mut self, slot: &str, table: &Table<'_>) {
        for length in ["min_length", "max_length"].iter().filter_map(|key| table.get(key)) {
            self.diagnostics.add(
                Diagnostic::error(
                    length.key.span,
                    format!("only a string has a length, and the slot `{slot}` is none"),
                )
                .help("leave it out, or add `type = \"string\"`"),
            );
        }
    }

    fn length(&mut self, node: &SourceValue<'_>) -> Option<u32> {
        match node.kind {
            ValueKind::Integer(length) if u32::try_from(length).is_ok() => {
                u32::try_from(length).ok()
            }
            ValueKind::Integer(_) | ValueKind::Number(_) => {
                let written = self.sources.text(node.span);
                let message = format!("`{written}` is not a number of characters");
                self.diagnostics
                    .add(Diagnostic::error(node.span, message).help("write a whole number"));
                None
            }
            _ => {
                self.wrong_type(node, "a number of characters");
                None
            }
        }
    }

    /// Whether a slot may be called so; reported where not.
    pub(super) fn slot_name(&mut self, name: &str, span: Span) -> bool {
        let diagnostic = if name.is_empty() {
            Diagnostic::error(span, "this slot has no name")
                .help("name it, or write `{{` and `}}` for braces")
        } else if !names::is_name(name) {
            Diagnostic::error(span, format!("`{name}` cannot be the name of a slot"))
                .help(snake_case(name))
        } else if let Some(reserved) = names::reserved(name).filter(|reserved| reserved.for_slots) {
            Diagnostic::error(span, format!("no slot can be called `{name}`: {}", reserved.reason))
                .help("choose another name; the member’s own key is free")
        } else {
            return true;
        };
        self.diagnostics.add(diagnostic);
        false
    }
}

/// The help for a name that is not in `snake_case`.
fn snake_case(name: &str) -> String {
    let meant = name.to_snake_case();
    if names::is_name(&meant) {
        format!("a slot is named in snake_case, as the method that fills it; write `{meant}`")
    } else {
        "a slot is named in snake_case, as the method that fills it: `request_id`".to_owned()
    }
}
