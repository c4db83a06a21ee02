//! The members of a body, each by its path.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Fact, word};
use crate::error_item::{ErrorItem, Levels};
use crate::json;
use crate::shape::{KeyDef, MemberDef, NodeDef, PieceDef};
use crate::slot::SlotDef;
use crate::template;

/// Every member of an object and every item of a list, in wire order, each before those inside it. The
/// root is there, with an empty path, where it is no object.
pub(super) fn facts(root: &NodeDef, slots: &[SlotDef]) -> Vec<Fact> {
    let mut facts = ShapeFacts { slots, facts: Vec::new() };
    match root {
        NodeDef::Object(members) => facts.members("", members),
        root => facts.add("", "", root, &[]),
    }
    facts.facts
}

struct ShapeFacts<'d> {
    slots: &'d [SlotDef],
    facts: Vec<Fact>,
}

impl ShapeFacts<'_> {
    /// Adds a node, with what is said of it before its value and the other names that are read, and what
    /// is inside it.
    fn add(&mut self, path: &str, standing: &str, node: &NodeDef, others: &[String]) {
        let mut value = format!("{standing}{}", self.value(node));
        for (at, other) in others.iter().enumerate() {
            value += if at == 0 { " also " } else { " " };
            value += &word::written(other);
        }
        self.facts.push(Fact::new(word::written(path), value));
        match node {
            NodeDef::Object(members) => self.members(path, members),
            NodeDef::List(items) => self.items(path, items),
            _ => {}
        }
    }

    fn members(&mut self, path: &str, members: &[MemberDef]) {
        for member in members {
            let (key, others) = match &member.key {
                KeyDef::Names(names) => match names.split_first() {
                    Some((name, others)) => (pointer_token(name), others),
                    None => continue,
                },
                KeyDef::Slot(slot) => (format!("{{{}}}", self.name(*slot)), &[][..]),
                KeyDef::Path(slot) => (format!("{{{}...}}", self.name(*slot)), &[][..]),
            };
            let errors = ErrorItem::of_member(member, self.slots, Levels::default());
            let optional = if member.optional { "optional " } else { "" };
            let standing = format!("{optional}{}", for_each_error(errors));
            self.add(&format!("{path}/{key}"), &standing, &member.node, others);
        }
    }

    fn items(&mut self, path: &str, items: &[NodeDef]) {
        for (at, item) in items.iter().enumerate() {
            let errors = ErrorItem::of_item(item, self.slots, Levels::default());
            self.add(&format!("{path}/{at}"), for_each_error(errors), item, &[]);
        }
    }

    fn value(&self, node: &NodeDef) -> Cow<'static, str> {
        match node {
            NodeDef::Object(_) => "object".into(),
            NodeDef::List(_) => "list".into(),
            NodeDef::String(string) => json::quoted(&escape(string)).into(),
            NodeDef::Number(number) => number.clone().into(),
            NodeDef::Boolean(value) => format!("{value}").into(),
            NodeDef::Null => "null".into(),
            NodeDef::Slot(number) => slot(self.slots, *number).into(),
            NodeDef::Text(pieces) => json::quoted(&text(pieces, self.slots)).into(),
            NodeDef::Inner => "inner".into(),
        }
    }

    fn name(&self, number: usize) -> String {
        self.slots.get(number).map_or_else(String::new, name)
    }
}

fn for_each_error(errors: Option<ErrorItem>) -> &'static str {
    if errors.is_some() { "for each error " } else { "" }
}

/// A name in a JSON Pointer (RFC 6901 §3), with its braces doubled.
fn pointer_token(name: &str) -> String {
    template::escape(&name.replace('~', "~0").replace('/', "~1"))
}

/// A string with slots in it.
pub(super) fn text(pieces: &[PieceDef], slots: &[SlotDef]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            PieceDef::Fixed(text) => escape(text),
            PieceDef::Slot(number) => slot(slots, *number),
            PieceDef::Optional(pieces) => format!("[{}]", text(pieces, slots)),
        })
        .collect()
}

/// Text with its braces and brackets doubled.
fn escape(text: &str) -> String {
    template::escape(text).replace('[', "[[").replace(']', "]]")
}

/// The name of a slot, and which entry it speaks of.
pub(super) fn name(slot: &SlotDef) -> String {
    match slot.level {
        0 => slot.name.clone(),
        level => format!("{}:{level}", slot.name),
    }
}

/// What a slot may hold.
fn slot(slots: &[SlotDef], number: usize) -> String {
    let Some(slot) = slots.get(number) else { return String::new() };
    let mut text = format!("{{{} {}", word::written(&name(slot)), slot.slot_type.as_str());
    if let Some(or) = slot.or {
        text += &format!(" or {}", or.as_str());
    }
    if slot.min_length > 0 {
        text += &format!(" min {}", slot.min_length);
    }
    if let Some(most) = slot.max_length {
        text += &format!(" max {most}");
    }
    text + "}"
}
