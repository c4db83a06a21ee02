//! What an error of an entry has to have: the fields of its variant.

use api_error_catalog_core::Entry;
use api_error_catalog_core::slot::{Slot, SlotSource, SlotType};
use api_error_catalog_model::is_usable_name;

/// A parameter or a slot that a field has to fill.
pub(crate) struct Needed<'c> {
    pub(crate) name: &'c str,
    slot_type: SlotType,
}

/// What a variant for an entry needs a field for: its parameters, then the slots of its status's headers.
/// Of a catalog with errors, those that can be fields.
pub(crate) fn needed(entry: Entry<'_>) -> Vec<Needed<'_>> {
    let parameters = entry.parameters().filter(|parameter| is_usable_name(parameter.name));
    let parameters = parameters.map(|p| Needed { name: p.name, slot_type: p.parameter_type });
    let mut needed: Vec<_> = parameters.collect();
    for slot in entry.header_slots() {
        if needed.iter().all(|known| known.name != slot.name) {
            needed.push(Needed { name: slot.name, slot_type: slot.slot_type });
        }
    }
    needed
}

/// Whether fields fill a slot: one that callers fill, and the message, which an error may bring along.
pub(crate) fn is_filled_by_fields(slot: &Slot<'_>) -> bool {
    slot.source == SlotSource::Caller || slot.name == "message"
}

/// A variant as one would write it for an entry.
pub(crate) fn line(entry: Entry<'_>) -> String {
    let fields = needed(entry).into_iter().map(|Needed { name, slot_type }| {
        let field_type = match slot_type {
            SlotType::Integer => "i64",
            SlotType::Number => "f64",
            SlotType::Boolean => "bool",
            SlotType::Array => "Vec<String>",
            SlotType::Object => "api_error_catalog::Map<String, api_error_catalog::Value>",
            SlotType::Any => "api_error_catalog::Value",
            SlotType::Delay => "core::time::Duration",
            _ => "String",
        };
        format!("{}: {field_type}", field_name(name))
    });
    let fields: Vec<_> = fields.collect();
    if fields.is_empty() {
        entry.variant().to_owned()
    } else {
        format!("{} {{ {} }}", entry.variant(), fields.join(", "))
    }
}

/// A field as one writes it, also where its name is a keyword.
pub(crate) fn field_name(name: &str) -> String {
    let is_keyword = syn::parse_str::<syn::Ident>(name).is_err();
    if is_keyword { format!("r#{name}") } else { name.to_owned() }
}
