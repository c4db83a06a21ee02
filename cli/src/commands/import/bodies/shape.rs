//! The shape that all bodies fit, with slots where they differ.

use std::collections::BTreeSet;

use api_error_catalog_core::slot::{KnownSlot, SlotSource};

use super::json::Json;
use super::roles::{Path, Roles};
use crate::commands::import::imported::{Member, MemberValue};
use crate::commands::import::placeholders::usable_name;

/// The members of the body, in the order in which the bodies have them.
pub(super) fn members(bodies: &[&Json], roles: &Roles) -> Vec<Member> {
    let mut learned = Learned { roles, slots: BTreeSet::new() };
    learned.object(bodies, &mut Vec::new())
}

struct Learned<'r> {
    roles: &'r Roles,
    /// The names of the slots so far.
    slots: BTreeSet<String>,
}

impl Learned<'_> {
    fn object(&mut self, objects: &[&Json], path: &mut Path) -> Vec<Member> {
        let mut names: Vec<&str> = Vec::new();
        for object in objects {
            let Json::Object(members) = object else { continue };
            for (name, _) in members {
                if !names.contains(&&**name) {
                    names.push(name);
                }
            }
        }
        let mut members = Vec::new();
        for name in names {
            let values: Vec<_> = objects.iter().filter_map(|object| object.member(name)).collect();
            path.push(name.to_owned());
            members.push(self.member(name, &values, values.len() < objects.len(), path));
            path.pop();
        }
        members
    }

    fn member(
        &mut self,
        name: &str,
        values: &[&Json],
        is_optional: bool,
        path: &mut Path,
    ) -> Member {
        let key = |key: &str| if is_optional { format!("{key}?") } else { key.to_owned() };
        let value =
            if values.iter().all(|value| matches!(value, Json::Object(_))) && self.has_role(path) {
                return Member {
                    key: key(name),
                    value: MemberValue::Object(self.object(values, path)),
                };
            } else if let Some(elements) = self.elements(values, path) {
                return Member {
                    key: key(name),
                    value: MemberValue::List(self.object(&elements, path)),
                };
            } else {
                self.slot(name, values, is_optional, path)
            };
        Member { key: name.to_owned(), value }
    }

    /// Whether a member with a role is inside.
    fn has_role(&self, path: &Path) -> bool {
        let Roles { code, status, message, title, problem_type, .. } = self.roles;
        let roles = [code, status, message, title, problem_type];
        roles.into_iter().flatten().any(|role| role.starts_with(path))
    }

    /// The objects in lists, where the code or the message is in them.
    fn elements<'j>(&self, values: &[&'j Json], path: &Path) -> Option<Vec<&'j Json>> {
        let mut all = Vec::new();
        for value in values {
            let Json::List(elements) = value else { return None };
            all.extend(elements);
        }
        let are_objects = all.iter().all(|element| matches!(element, Json::Object(_)));
        (self.has_role(path) && are_objects && !all.is_empty()).then_some(all)
    }

    fn slot(
        &mut self,
        name: &str,
        values: &[&Json],
        is_optional: bool,
        path: &Path,
    ) -> MemberValue {
        let is = |role: &Option<Path>| role.as_ref() == Some(path);
        let found = slot_type(values);
        let (slot, slot_type) = if is(&self.roles.code) {
            ("code".to_owned(), self.roles.has_integer_codes.then_some("integer"))
        } else if is(&self.roles.status) {
            ("status".to_owned(), (found == "string").then_some("string"))
        } else if is(&self.roles.message) {
            ("message".to_owned(), None)
        } else if is(&self.roles.title) {
            ("title".to_owned(), None)
        } else if is(&self.roles.problem_type) {
            ("problem_type".to_owned(), None)
        } else {
            self.slot_of_caller(name, found, path)
        };
        self.slots.insert(slot.clone());
        let mark = if is_optional { "?" } else { "" };
        MemberValue::Slot { template: format!("{{{slot}{mark}}}"), slot_type }
    }

    /// A slot that callers fill, under a name that no other has. One that the format knows keeps its type.
    fn slot_of_caller(
        &self,
        name: &str,
        found: &'static str,
        path: &Path,
    ) -> (String, Option<&'static str>) {
        let same = ["x_request_id", "requestid", "correlation_id"];
        let name = usable_name(name);
        let name = if same.contains(&&*name) { "request_id".to_owned() } else { name };
        let name = if self.slots.contains(&name) { usable_name(&path.join("_")) } else { name };
        let known = KnownSlot::find(&name).filter(|known| known.source == SlotSource::Caller);
        let is_known = known.is_some_and(|known| known.slot_type.as_str() == found);
        (name, (!is_known).then_some(found))
    }
}

/// What values are in JSON; `null` tells nothing.
fn slot_type(values: &[&Json]) -> &'static str {
    let types = values.iter().filter_map(|value| match value {
        Json::Null => None,
        Json::Bool => Some("boolean"),
        Json::Integer(_) => Some("integer"),
        Json::Number => Some("number"),
        Json::String(_) => Some("string"),
        Json::List(_) => Some("array"),
        Json::Object(_) => Some("object"),
    });
    let types: BTreeSet<_> = types.collect();
    match types.into_iter().collect::<Vec<_>>()[..] {
        [one] => one,
        ["integer", "number"] => "number",
        [] => "string",
        _ => "any",
    }
}
