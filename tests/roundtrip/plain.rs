//! Values that can be told from the words around them, for checks that read every value back.

use api_error_catalog::Value;
use api_error_catalog_core::shape::{NodeDef, PieceDef};
use api_error_catalog_core::slot::SlotDef;
use api_error_catalog_core::template::{self, TemplatePart};
use api_error_catalog_tests::case::{Case, text_of};

/// Makes each parameter one that can be told from what stands around it.
///
/// A message is split by the template's words: a value ends where the words behind it first stand.
/// Where a value itself has them, or ends with their beginning, the split is another one; so is what
/// `…` stands for, a value or the lack of one.
pub(super) fn make_plain(template: &str, case: &mut Case) {
    let pieces = words(template);
    for (at, (name, words)) in pieces.iter().enumerate() {
        let Some(text) = case.parameter(name) else { continue };
        let is_last = at + 1 == pieces.len();
        if text == "…" || !is_last && is_split_elsewhere(&text, words) {
            set(case, name);
        }
    }
}

/// The same for the slots of strings that have several.
pub(super) fn make_slots_plain(node: &NodeDef, slots: &[SlotDef], case: &mut Case) {
    match node {
        NodeDef::Object(members) => {
            for member in members {
                make_slots_plain(&member.node, slots, case);
            }
        }
        NodeDef::List(items) => {
            for item in items {
                make_slots_plain(item, slots, case);
            }
        }
        NodeDef::Text(pieces) => {
            for pair in pieces.windows(2).take(pieces.len().saturating_sub(2)) {
                let [PieceDef::Slot(slot), PieceDef::Fixed(words)] = pair else { continue };
                let name = &slots[*slot].name;
                if case.slot(name).is_some_and(|v| is_split_elsewhere(&text_of(v), words)) {
                    set(case, name);
                }
            }
        }
        _ => {}
    }
}

/// Whether a value before some words does not end where the words first stand.
fn is_split_elsewhere(value: &str, words: &str) -> bool {
    format!("{value}{words}").find(words) != Some(value.len())
}

fn set(case: &mut Case, name: &str) {
    if let Some((_, text)) = case.parameters.iter_mut().find(|(known, _)| known == name) {
        "plain".clone_into(text);
    } else if let Some((_, value)) = case.slots.iter_mut().find(|(known, _)| known == name) {
        *value = Value::from("plain");
    }
}

/// The placeholders of a template, each with the words behind it.
fn words(template: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for part in template::parts(template).expect("a template") {
        match part {
            TemplatePart::Placeholder { name, .. } => parts.push((name.to_owned(), String::new())),
            TemplatePart::Text(text) => {
                if let Some((_, words)) = parts.last_mut() {
                    words.push_str(&template::unescape(text));
                }
            }
        }
    }
    parts
}
