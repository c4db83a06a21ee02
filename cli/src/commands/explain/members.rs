//! The members of a body that its shape does not have.

use api_error_catalog_core::shape::{KeyDef, MemberDef, NodeDef, ShapeDef};
use serde_json::Value;

/// The JSON Pointers (RFC 6901) of the members that nothing was read from; those inside them are not named.
pub(super) fn unknown(shape: &ShapeDef, body: &Value) -> Vec<String> {
    let mut found = Found { inner: &shape.inner, unknown: Vec::new() };
    found.look(&shape.members, body, "");
    found.unknown
}

struct Found<'s> {
    inner: &'s NodeDef,
    unknown: Vec<String>,
}

impl<'s> Found<'s> {
    fn look(&mut self, node: &'s NodeDef, value: &Value, path: &str) {
        match (node, value) {
            (NodeDef::Object(members), Value::Object(values)) => {
                for (name, value) in values {
                    let path = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
                    match member(members, name) {
                        Some(MemberDef { key: KeyDef::Path(_), .. }) => {}
                        Some(member) => self.look(&member.node, value, &path),
                        None => self.unknown.push(path),
                    }
                }
            }
            (NodeDef::List(items), Value::Array(values)) => {
                for (number, value) in values.iter().enumerate() {
                    self.item(items, value, &format!("{path}/{number}"));
                }
            }
            (NodeDef::Inner, value) => self.look(self.inner, value, path),
            _ => {}
        }
    }

    /// An item is that of the shape which it fits best.
    fn item(&mut self, items: &'s [NodeDef], value: &Value, path: &str) {
        let unknown = items.iter().map(|item| {
            let mut found = Self { inner: self.inner, unknown: Vec::new() };
            found.look(item, value, path);
            found.unknown
        });
        self.unknown.extend(unknown.min_by_key(Vec::len).unwrap_or_default());
    }
}

/// The member that a name is read as: one of that name, or else one of any name.
fn member<'s>(members: &'s [MemberDef], name: &str) -> Option<&'s MemberDef> {
    let is_named = |member: &&MemberDef| match &member.key {
        KeyDef::Names(names) => names.iter().any(|known| known == name),
        KeyDef::Slot(_) | KeyDef::Path(_) => false,
    };
    let has_any_name = |member: &&MemberDef| member.key.slot().is_some();
    members.iter().find(is_named).or_else(|| members.iter().find(has_any_name))
}
