//! What is to be found again of the values that were put into a body.

use api_error_catalog::Value;
use api_error_catalog_model::template::{self, Piece};
use api_error_catalog_model::{Code, Filling, Node, Reading, Slot, SlotType, TextPiece};

use super::values::Case;

/// Whether a slot that is set is written: it has to be in the object of the code, and what stands
/// beside it in the same string has to be there too.
pub(super) fn is_written(reading: &Reading, code: &Code, case: &Case, slot: usize) -> bool {
    let shape = &reading.catalog.shape;
    let is_there = |number: usize| {
        let slot = &shape.slots[number];
        slot.filling != Filling::Caller || case.slot(&slot.name).is_some()
    };
    let is_nested = code.parent.is_some() && has(&shape.inner, slot, &|_| true);
    has(if is_nested { &shape.inner } else { &shape.members }, slot, &is_there)
}

fn has(node: &Node, slot: usize, is_there: &dyn Fn(usize) -> bool) -> bool {
    match node {
        Node::Object(members) => members.iter().any(|member| has(&member.node, slot, is_there)),
        Node::List(items) => items.iter().any(|item| has(item, slot, is_there)),
        Node::Slot(number) => *number == slot,
        Node::Text(pieces) => {
            pieces.contains(&TextPiece::Slot(slot))
                && pieces.iter().all(|piece| match piece {
                    TextPiece::Slot(number) => is_there(*number),
                    TextPiece::Fixed(_) => true,
                })
        }
        _ => false,
    }
}

/// A value as it travels; `None` where it does not.
pub(super) fn travelling(slot: &Slot, value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if slot.slot_type == SlotType::String => {
            let length = text.chars().count();
            let most = slot.max_length.map_or(usize::MAX, |most| most as usize);
            if length < slot.min_length as usize {
                None
            } else {
                Some(Value::from(cut(text, most)))
            }
        }
        value => Some(value.clone()),
    }
}

pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// A template with something for each placeholder.
pub(super) fn filled<'v>(template: &str, text: impl Fn(&str) -> Option<&'v str>) -> String {
    let pieces = template::pieces(template).expect("a template");
    let piece = |piece| match piece {
        Piece::Text(text) => template::unescape(text),
        Piece::Placeholder { name, .. } => text(name).unwrap_or("…").to_owned(),
    };
    pieces.into_iter().map(piece).collect()
}
