//! Slots in the strings of the shape and of headers.

use std::ops::Range;

use fastrand::Rng;

use super::placeholders::braced;
use crate::file::File;
use crate::kind::{Kind, error, slip};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

/// Strings with slots in them.
const STRINGS: [&str; 4] = ["body.members.**", "body.inner.**", "headers.*", "status.*.headers.*"];

/// What an entry fills, and may have a level.
const OF_ENTRIES: [&str; 11] = [
    "code",
    "message",
    "title",
    "description",
    "action",
    "user_message",
    "problem_type",
    "docs",
    "retry",
    "actor",
    "effect",
];

/// Slots that are known without being declared, and long enough that one letter makes them no other word.
const OF_CALLERS: [&str; 6] =
    ["request_id", "trace_id", "instance", "timestamp", "retry_after", "details"];

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("known slot misspelt", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            if !slot.is_known() || slot.is_declared(file) {
                return None;
            }
            let (name, at) = (slot.name, rng.usize(1..slot.name.len()));
            let misspelt = if rng.bool() {
                format!("{}{}", &name[..at], &name[at + 1..])
            } else {
                format!("{}{}", &name[..at], &name[at - 1..])
            };
            let is_other = misspelt == name || misspelt.ends_with('_');
            (!is_other).then(|| slot.called(&misspelt))
        }),
        error("slot that is no name", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            let (a, b, c) = (format!("{}Id", slot.name), slot.name.to_uppercase(), slot.name);
            let (b2, d) = (format!("{c}-id"), format!(" {c} "));
            slot.called_one_of(rng, &[&a, &b, &b2, &d, "1st"])
        }),
        error("slot with a name that is taken", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            // What is not there any more may be what is missing then.
            let is_free = OF_CALLERS.contains(&slot.name) && !slot.is_declared(file);
            if !is_free {
                return None;
            }
            slot.called_one_of(
                rng,
                &["locale", "and", "parts", "clone", "to_json", "into", "self_"],
            )
        }),
        error("slot without a name", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            Some(slot.called(""))
        }),
        error("no such level", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            let level = rng.choice(["0", "99", "x", "-1", ""])?;
            let is_of_entry = OF_ENTRIES.contains(&slot.name) || slot.name == "status";
            is_of_entry.then(|| slot.written(&format!("{}:{level}", slot.name)))
        }),
        error("level of a slot that has none", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            let is_of_entry = OF_ENTRIES.contains(&slot.name) || slot.name == "status";
            let is_free = !is_of_entry && slot.name != "inner" && slot.name != "null";
            is_free.then(|| slot.written(&format!("{}:2", slot.name)))
        }),
        error("brace lost behind a slot", |file, rng| {
            let place = Slot::pick(file, rng)?.place;
            Some(Mistake::delete(place.end - 1..place.end).at(place.start))
        }),
        error("brace lost in front of a slot", |file, rng| {
            let place = Slot::pick(file, rng)?.place;
            // The brace without its counterpart, or where that should be.
            let mistake = Mistake::delete(place.start..place.start + 1);
            Some(mistake.at(place.end - 1).at(place.start))
        }),
        error("bracket that is not closed", |file, rng| {
            let node = Slot::pick(file, rng)?.node;
            // Two are one that is text.
            let is_alone = !file.text[node.value.start + 1..].starts_with('[');
            is_alone.then(|| Mistake::insert(node.value.start + 1, "[").there())
        }),
        error("bracket that is not opened", |file, rng| {
            let node = Slot::pick(file, rng)?.node;
            let is_alone = !file.text[..node.value.end - 1].ends_with(']');
            is_alone.then(|| Mistake::insert(node.value.end - 1, "]").there())
        }),
        error("text around `{inner}`", |file, rng| {
            let Slot { node, name, place, .. } = Slot::pick(file, rng)?;
            let mistake = Mistake::insert(node.value.start + 1, "x ");
            (name == "inner").then(|| mistake.within(place.start..place.start + 2))
        }),
        slip("question mark behind a slot’s brace", |file, rng| {
            let Slot { node, place, is_optional, .. } = Slot::pick(file, rng)?;
            // In the middle of a text, it may be meant.
            let is_all = place == (node.value.start + 1..node.value.end - 1);
            (is_optional && is_all).then(|| {
                Mistake::replace(place.end - 2..place.end, "}?").within(node.value.clone())
            })
        }),
        slip("slot without braces", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            let is_all = slot.place == (slot.node.value.start + 1..slot.node.value.end - 1);
            let is_in_body = slot.node.path[0] == "body" && !slot.is_declared(file);
            let has_level = file.text[slot.place.clone()].contains(':');
            // `type = "code"` may be meant, where the code has another place.
            let says_the_kind = slot.node.path.iter().any(|key| *key == "type");
            (!says_the_kind && is_all && is_in_body && slot.is_known() && !has_level).then(|| {
                let start = slot.node.value.start;
                Mistake::replace(slot.place.clone(), slot.name).within(start..start + 2)
            })
        }),
        error("`{inner}` in a header", |file, rng| {
            let slot = Slot::pick(file, rng)?;
            let is_header = slot.node.path[0] != "body";
            let is_free = OF_CALLERS.contains(&slot.name) && !slot.is_declared(file);
            if is_header && is_free { slot.called_one_of(rng, &["inner", "null"]) } else { None }
        }),
    ]
}

/// A slot in a string.
struct Slot<'f> {
    node: &'f Node,
    /// The bytes that it takes with its braces.
    place: Range<usize>,
    name: &'f str,
    is_optional: bool,
}

impl<'f> Slot<'f> {
    fn pick(file: &'f File, rng: &mut Rng) -> Option<Self> {
        let node = file.pick(rng, |node| is_string(node) && !braced(file, node).is_empty())?;
        let place = rng.choice(braced(file, node))?;
        let inside = &file.text[place.start + 1..place.end - 1];
        let name = inside.trim_end_matches('?').split(':').next()?;
        Some(Self { node, name, is_optional: inside.ends_with('?'), place })
    }

    fn is_known(&self) -> bool {
        OF_ENTRIES.contains(&self.name) || OF_CALLERS.contains(&self.name)
    }

    fn is_declared(&self, file: &File) -> bool {
        file.get(&format!("body.slots.{}", self.name)).is_some()
    }

    /// The slot with another name, or with a level.
    fn written(&self, inside: &str) -> Mistake {
        let mark = if self.is_optional { "?" } else { "" };
        Mistake::replace(self.place.clone(), format!("{{{inside}{mark}}}")).in_new(0..2)
    }

    /// The slot under another name, at its level.
    fn called(&self, name: &str) -> Mistake {
        self.written(name)
    }

    fn called_one_of(&self, rng: &mut Rng, names: &[&str]) -> Option<Mistake> {
        Some(self.called(rng.choice(names)?))
    }
}

/// Whether a node is a string of the shape or of a header.
pub(super) fn is_string(node: &Node) -> bool {
    node.form == Form::Text && STRINGS.iter().any(|path| node.matches(path))
}
