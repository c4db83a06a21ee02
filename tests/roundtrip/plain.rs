//! Values that can be told from the words around them, for checks that read every parameter back.

use api_error_catalog::Value;
use api_error_catalog_model::template::{self, Piece};
use api_error_catalog_model::{Node, Slot, TextPiece};

use super::values::Case;

/// Makes each text one that can be told from what stands around it.
///
/// A message is split by the template's words: a value ends where the words behind it first stand.
/// Where a value itself has them, or ends with their beginning, the split is another one; so is what
/// `…` stands for, a value or the lack of one.
pub(super) fn make_plain(pieces: &[(String, String)], values: &mut [(String, String)]) {
    for (at, (name, words)) in pieces.iter().enumerate() {
        let Some((_, value)) = values.iter_mut().find(|(known, _)| known == name) else { continue };
        let is_last = at + 1 == pieces.len();
        let is_split =
            !is_last && format!("{value}{words}").find(words.as_str()) != Some(value.len());
        if is_split || value == "…" {
            "plain".clone_into(value);
        }
    }
}

/// The placeholders of a template, each with the words behind it.
pub(super) fn words(template: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for piece in template::pieces(template).expect("a template") {
        match piece {
            Piece::Placeholder { name, .. } => parts.push((name.to_owned(), String::new())),
            Piece::Text(text) => {
                if let Some((_, words)) = parts.last_mut() {
                    words.push_str(&template::unescape(text));
                }
            }
        }
    }
    parts
}

/// The same for the slots of strings that have several.
pub(super) fn make_slots_plain(node: &Node, slots: &[Slot], case: &mut Case) {
    match node {
        Node::Object(members) => {
            for member in members {
                make_slots_plain(&member.node, slots, case);
            }
        }
        Node::List(items) => {
            for item in items {
                make_slots_plain(item, slots, case);
            }
        }
        Node::Text(pieces) => {
            for pair in pieces.windows(2).take(pieces.len().saturating_sub(2)) {
                let [TextPiece::Slot(slot), TextPiece::Fixed(words)] = pair else { continue };
                let value = case.slots.iter_mut().find(|(name, _)| *name == slots[*slot].name);
                if let Some((_, Value::String(value))) = value
                    && format!("{value}{words}").find(words) != Some(value.len())
                {
                    "plain".clone_into(value);
                }
            }
        }
        _ => {}
    }
}
