//! `set`: the slots are there, callers fill them otherwise, and the values are what they hold.

use api_error_catalog_core::builder::FixedValueDef;
use api_error_catalog_core::json::is_integer;
use api_error_catalog_core::slot::{KnownSlot, SlotDef, SlotSource, SlotType};

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Subject};
use crate::source::Spanned;
use crate::suggestion;

pub(super) fn what_is_set_is_a_slot(check: &mut Check<'_>) {
    let Some(body) = &check.document.body else { return };
    for set in check.facts.iter().flat_map(|facts| &facts.set) {
        let name = set.slot.value.as_str();
        let named = |slot: &&Spanned<SlotDef>| slot.value.name == name;
        let slot = body.slots.iter().find(named);
        let source = slot.map(|slot| slot.value.source);
        let source = source.or_else(|| KnownSlot::find(name).map(|known| known.source));
        let finding: Finding = if source.is_some_and(|source| source != SlotSource::Caller) {
            Diagnostic::error(set.slot.span, format!("the catalog fills `{name}` already"))
                .help(format!("write `{name} = …` in the entry, and leave it out of `set`"))
                .into()
        } else if let Some(slot) = slot {
            if holds(slot.value.slot_type, &set.value.value) {
                continue;
            }
            let slot_type = slot.value.slot_type.as_str();
            Diagnostic::error(
                set.value.span,
                format!("the slot `{name}` holds another type of value: {slot_type}"),
            )
            .help("write a value of that type, or declare another under `[body.slots]`")
            .rests_on(Subject::DeclaredSlots)
            .rests_on(Subject::SlotType(slot.span))
        } else {
            let known = body.slots.iter().map(|slot| slot.value.name.as_str());
            let help = || format!("write `\"{{{name}}}\"` in the shape where the value goes");
            Diagnostic::error(set.slot.span, format!("the body has no slot `{name}`"))
                .meant_or(suggestion::nearest(name, known), help)
                .rests_on(check.lack_of_slot(name))
        };
        check.diagnostics.add(finding);
    }
}

fn holds(slot_type: SlotType, value: &FixedValueDef) -> bool {
    let json = match value {
        FixedValueDef::Text(_) => {
            let is_json = matches!(
                slot_type,
                SlotType::Integer
                    | SlotType::Number
                    | SlotType::Boolean
                    | SlotType::Array
                    | SlotType::Object
                    | SlotType::Delay
            );
            return !is_json;
        }
        FixedValueDef::Json(json) => json,
    };
    match slot_type {
        SlotType::String => false,
        SlotType::Integer | SlotType::Time => is_integer(json),
        SlotType::Number => json.starts_with(|c: char| c == '-' || c.is_ascii_digit()),
        SlotType::Delay => json.starts_with(|c: char| c.is_ascii_digit()),
        SlotType::Boolean => matches!(json.as_str(), "true" | "false"),
        SlotType::Array => json.starts_with('['),
        SlotType::Object => json.starts_with('{'),
        _ => true,
    }
}
