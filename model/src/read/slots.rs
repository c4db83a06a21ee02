//! `[body.slots]`

use api_error_catalog_core::slot::{DEEPEST_LEVEL, KnownSlot, SlotDef, SlotSource, SlotType};
use heck::ToSnakeCase as _;

use super::keys::Keys;
use super::values::DocumentReader;
use crate::diagnostic::Diagnostic;
use crate::finding::Subject;
use crate::known_keys;
use crate::names;
use crate::source::{Span, Spanned};
use crate::tree::{Key, SourceValue, Table, ValueKind};

impl DocumentReader<'_> {
    pub(super) fn slots(&mut self, node: Option<&SourceValue<'_>>) -> Vec<Spanned<SlotDef>> {
        let table = node.and_then(|node| self.table(node, "a table of slots"));
        if node.is_some() && table.is_none_or(|table| table.has_unread) {
            self.diagnostics.unread(Subject::DeclaredSlots);
        }
        let entries = table.map(Table::entries).unwrap_or_default();
        entries.iter().filter_map(|entry| self.slot(&entry.key, &entry.value)).collect()
    }

    fn slot(&mut self, key: &Key<'_>, node: &SourceValue<'_>) -> Option<Spanned<SlotDef>> {
        let (name, level) = self.level(&key.value, key.span)?;
        if !self.slot_name(name, key.span) {
            return None;
        }
        let empty = Table::default();
        let table = self.table(node, "a table such as `{ type = \"string\" }`").unwrap_or(&empty);
        let keys = Keys::new(table, known_keys::SLOT);
        let types = SlotType::ALL.map(|slot_type| (slot_type.as_str(), slot_type));
        let slot_type = keys.get("type").and_then(|node| self.choice(node, &types));
        let or = keys.get("or").and_then(|node| self.choice(node, &types));
        let min_length = keys.get("min_length").and_then(|node| self.length(node));
        let max_length = keys.get("max_length").and_then(|node| self.length(node));
        keys.finish("a slot", self.diagnostics);

        let known = KnownSlot::find(name).map(SlotDef::from);
        let known = known.unwrap_or_else(|| SlotDef::of_caller(name, SlotType::String));
        let slot = SlotDef {
            slot_type: slot_type.map_or(known.slot_type, |slot_type| slot_type.value),
            or: or.map(|or| or.value),
            min_length: min_length.unwrap_or(0),
            max_length,
            level,
            ..known
        };
        if slot.slot_type != SlotType::String {
            self.no_lengths(&slot.name, table, key.span);
        }
        Some(Spanned { value: slot, span: key.span })
    }

    fn no_lengths(&mut self, slot: &str, table: &Table<'_>, declaration: Span) {
        for length in ["min_length", "max_length"].iter().filter_map(|key| table.get(key)) {
            self.diagnostics.add(
                Diagnostic::error(
                    length.key.span,
                    format!("only a string has a length, and the slot `{slot}` is none"),
                )
                .help("leave it out, or add `type = \"string\"`")
                .rests_on(Subject::SlotType(declaration))
                .explains(Subject::SlotIsString(declaration)),
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
                self.wrong_type(node, "a number of characters", "write a whole number");
                None
            }
        }
    }

    /// A slot's name and the level behind it, as in `code:2`; 0 where there is none. `None` where it can
    /// have no such level, which is reported.
    pub(super) fn level<'n>(&mut self, written: &'n str, span: Span) -> Option<(&'n str, u8)> {
        let Some((name, level)) = written.split_once(':') else { return Some((written, 0)) };
        let is_of_entry = KnownSlot::find(name)
            .is_some_and(|slot| slot.source.is_of_entry() || slot.source == SlotSource::Status);
        let level = level.parse().ok().filter(|level| (1..=DEEPEST_LEVEL).contains(level));
        let diagnostic = match level {
            _ if !is_of_entry => {
                Diagnostic::error(span, format!("the slot `{name}` has no levels"))
                    .help(format!("write `{{{name}}}`; only what an entry says has levels, such as `{{code:2}}`"))
            }
            Some(level) => return Some((name, level)),
            None => Diagnostic::error(span, format!("`{written}` names no level")).help(format!(
                "levels are numbers from 1, the outermost parent, to {DEEPEST_LEVEL}: `{{{name}:1}}`"
            )),
        };
        self.diagnostics.add(diagnostic);
        None
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
