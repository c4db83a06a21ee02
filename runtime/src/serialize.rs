//! A body through serde, for formats and frameworks that want it so.

use alloc::string::String;

use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::body::{Level, SlotBody, Text};
use crate::json::{is_integer, is_one_absent, is_there, text};
use crate::shape::{Member, Node, SlotType};
use crate::value::Content;

impl<const SLOTS: usize> Serialize for SlotBody<'_, SLOTS> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let level = Level::outermost(self);
        Piece { level: &level, node: level.node() }.serialize(serializer)
    }
}

struct Piece<'l> {
    level: &'l Level<'l>,
    node: &'l Node,
}

impl Serialize for Piece<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { level, node } = *self;
        match node {
            Node::Object(members) => object(level, members, serializer),
            Node::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for node in *items {
                    list.serialize_element(&Self { level, node })?;
                }
                list.end()
            }
            Node::String(text) => serializer.serialize_str(text),
            Node::Number(number) => number_from(number, serializer),
            Node::Boolean(value) => serializer.serialize_bool(*value),
            Node::Null => serializer.serialize_unit(),
            Node::Slot(number) => match level.text(*number) {
                Some(text) => slot(level, *number, text, serializer),
                None => serializer.serialize_unit(),
            },
            Node::Text(pieces) if is_one_absent(level, pieces) => serializer.serialize_unit(),
            Node::Text(pieces) => {
                let mut written = String::new();
                let _ = text(level, pieces, &mut written);
                serializer.serialize_str(&written)
            }
            Node::Inner => match level.inner() {
                Some(inner) => Piece { level: &inner, node: inner.node() }.serialize(serializer),
                None => serializer.serialize_unit(),
            },
        }
    }
}

fn object<S: Serializer>(
    level: &Level<'_>,
    members: &[Member],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let there = || members.iter().filter(|member| is_there(level, member));
    let mut object = serializer.serialize_map(Some(there().count()))?;
    for member in there() {
        object.serialize_entry(member.key, &Piece { level, node: &member.node })?;
    }
    object.end()
}

fn slot<S: Serializer>(
    level: &Level<'_>,
    number: u16,
    text: Text<'_>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let slot = level.slot(number);
    match text {
        _ if slot.slot_type == SlotType::String => {}
        Text::Status(status) => return serializer.serialize_u16(status),
        Text::Content(Content::Json(json)) => return json.serialize(serializer),
        Text::Scalar(scalar) => return scalar.json().serialize(serializer),
        Text::Field(name) => {
            if let Content::Json(json) = level.field(name) {
                return json.serialize(serializer);
            }
        }
        _ => {}
    }
    let mut written = String::new();
    let _ = level.write_slot(slot, text, &mut written);
    if slot.slot_type.is_numeric() && is_integer(&written) {
        number_from(&written, serializer)
    } else {
        serializer.serialize_str(&written)
    }
}

/// A number from the way it is written.
fn number_from<S: Serializer>(number: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = number.parse::<i64>() {
        serializer.serialize_i64(number)
    } else if let Ok(number) = number.parse::<u64>() {
        serializer.serialize_u64(number)
    } else {
        match number.parse::<f64>() {
            Ok(number) => serializer.serialize_f64(number),
            Err(_) => serializer.serialize_str(number),
        }
    }
}
