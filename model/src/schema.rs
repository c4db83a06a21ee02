//! The JSON Schema (2020-12) of an error body, made from its shape.

use crate::facts::SlotType;
use crate::facts::{Member, Node, Shape, Slot, TextPiece};
use crate::json_text::Json;

/// The schema, as JSON text. It describes what is written: members in any order, nothing besides
/// them.
pub fn schema(shape: &Shape) -> String {
    let schema = Schema { shape };
    let mut members = schema.node(&shape.members);
    let mut definitions = Vec::new();
    if shape.inner != Node::Null {
        definitions.push(("inner".to_owned(), schema.node(&shape.inner)));
    }
    if let Json::Object(members) = &mut members {
        let dialect = Json::text("https://json-schema.org/document/2020-12/schema");
        members.insert(0, ("$schema".to_owned(), dialect));
        if !definitions.is_empty() {
            members.push(("$defs".to_owned(), Json::Object(definitions)));
        }
    }
    members.to_string()
}

struct Schema<'s> {
    shape: &'s Shape,
}

impl Schema<'_> {
    fn node(&self, node: &Node) -> Json {
        match node {
            Node::Object(members) => self.object(members),
            Node::List(items) => Json::Object(vec![
                ("type".to_owned(), Json::text("array")),
                ("prefixItems".to_owned(), items.iter().map(|item| self.item(item)).collect()),
                ("minItems".to_owned(), Json::raw(items.len())),
                ("items".to_owned(), Json::raw(false)),
            ]),
            Node::String(text) => constant(Json::text(text)),
            Node::Number(number) => constant(Json::raw(number)),
            Node::Boolean(value) => constant(Json::raw(value)),
            Node::Null => constant(Json::raw("null")),
            Node::Slot(number) => slot(&self.shape.slots[*number]),
            Node::Text(_) => typed("string"),
            Node::Inner => Json::Object(vec![("$ref".to_owned(), Json::text("#/$defs/inner"))]),
        }
    }

    /// An item of a list is never left out: where its slot has no value, it is `null`.
    fn item(&self, item: &Node) -> Json {
        let schema = self.node(item);
        if can_be_empty(item) { or_null(schema) } else { schema }
    }

    fn object(&self, members: &[Member]) -> Json {
        let properties = members.iter().map(|member| {
            let schema = self.node(&member.node);
            // A member that cannot be left out is `null` where its slot has no value.
            let schema = if member.optional || !can_be_empty(&member.node) {
                schema
            } else {
                or_null(schema)
            };
            (member.key.clone(), schema)
        });
        let required = members.iter().filter(|member| !member.optional);
        Json::Object(vec![
            ("type".to_owned(), Json::text("object")),
            ("properties".to_owned(), Json::Object(properties.collect())),
            ("required".to_owned(), required.map(|member| Json::text(&member.key)).collect()),
            ("additionalProperties".to_owned(), Json::raw(false)),
        ])
    }
}

fn slot(slot: &Slot) -> Json {
    let mut schema = match slot.slot_type {
        SlotType::Any => Vec::new(),
        slot_type => vec![("type".to_owned(), Json::text(slot_type.as_str()))],
    };
    if slot.min_length > 0 {
        schema.push(("minLength".to_owned(), Json::raw(slot.min_length)));
    }
    if let Some(most) = slot.max_length {
        schema.push(("maxLength".to_owned(), Json::raw(most)));
    }
    Json::Object(schema)
}

/// Whether a piece stands on a slot, which may have no value.
fn can_be_empty(node: &Node) -> bool {
    match node {
        Node::Slot(_) | Node::Inner => true,
        Node::Text(pieces) => pieces.iter().any(|piece| matches!(piece, TextPiece::Slot(_))),
        _ => false,
    }
}

fn or_null(schema: Json) -> Json {
    Json::Object(vec![("anyOf".to_owned(), [schema, typed("null")].into_iter().collect())])
}

fn typed(name: &str) -> Json {
    Json::Object(vec![("type".to_owned(), Json::text(name))])
}

fn constant(value: Json) -> Json {
    Json::Object(vec![("const".to_owned(), value)])
}
