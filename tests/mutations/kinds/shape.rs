//! The shape of the body, its slots, and values of headers.

use std::ops::Range;

use fastrand::Rng;

use super::placeholders::braced;
use crate::file::File;
use crate::kind::{Kind, error, slip};
use crate::kinds::keys::inserted;
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

/// Strings with slots in them.
const STRINGS: [&str; 4] = ["body.members.**", "body.inner.**", "headers.*", "status.*.headers.*"];

/// Slots that are known without being declared, long enough that one letter makes them no other word.
const KNOWN: [&str; 14] = [
    "code",
    "status",
    "message",
    "title",
    "description",
    "action",
    "user_message",
    "problem_type",
    "request_id",
    "trace_id",
    "instance",
    "timestamp",
    "retry_after",
    "details",
];

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("known slot misspelt", |file, rng| {
            let (_, place) = slot(file, rng)?;
            let inside = &file.text[place.start + 1..place.end - 1];
            let name = inside.trim_end_matches('?').split(':').next()?;
            if !KNOWN.contains(&name) || file.get(&format!("body.slots.{name}")).is_some() {
                return None;
            }
            let at = rng.usize(1..name.len());
            let misspelt = if rng.bool() {
                format!("{}{}", &name[..at], &name[at + 1..])
            } else {
                format!("{}{}", &name[..at], &name[at - 1..])
            };
            let is_other = misspelt == name || misspelt.starts_with('_') || misspelt.ends_with('_');
            let text = inside.replacen(name, &misspelt, 1);
            (!is_other).then(|| Mistake::replace(place, format!("{{{text}}}")).in_new(0..2))
        }),
        error("slot that is no name", |file, rng| {
            let (_, place) = slot(file, rng)?;
            let names = ["requestId", "request-id", "Code", "request id", "1st", " code "];
            let text = format!("{{{}}}", rng.choice(names.as_slice())?);
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("slot with a name that is taken", |file, rng| {
            let (_, place) = slot(file, rng)?;
            let names = ["locale", "and", "parts", "clone", "to_json", "into", "self_"];
            let text = format!("{{{}}}", rng.choice(names.as_slice())?);
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("slot without a name", |file, rng| {
            let (_, place) = slot(file, rng)?;
            let text = *rng.choice(["{}", "{?}"].as_slice())?;
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("no such level", |file, rng| {
            let (_, place) = slot(file, rng)?;
            let text = *rng.choice(
                ["{code:0}", "{code:99}", "{code:x}", "{message:-1}", "{code:}"].as_slice(),
            )?;
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("level of a slot that has none", |file, rng| {
            let (_, place) = slot(file, rng)?;
            let text = *rng.choice(["{request_id:2}", "{trace_id:1}", "{reason:1}"].as_slice())?;
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("brace lost behind a slot", |file, rng| {
            let (_, place) = slot(file, rng)?;
            Some(Mistake::delete(place.end - 1..place.end).at(place.start))
        }),
        error("brace lost in front of a slot", |file, rng| {
            let (_, place) = slot(file, rng)?;
            Some(Mistake::delete(place.start..place.start + 1).at(place.end - 1).at(place.start))
        }),
        error("bracket in the shape that is not closed", |file, rng| {
            let (node, _) = slot(file, rng)?;
            Some(Mistake::insert(node.value.start + 1, "[").there())
        }),
        error("bracket in the shape that is not opened", |file, rng| {
            let (node, _) = slot(file, rng)?;
            Some(Mistake::insert(node.value.end - 1, "]").there())
        }),
        error("text around `{inner}`", |file, rng| {
            let (node, place) = slot(file, rng)?;
            let is_inner = file.text[place.clone()].starts_with("{inner");
            is_inner.then(|| {
                Mistake::insert(node.value.start + 1, "x ").within(place.start..place.start + 2)
            })
        }),
        slip("question mark behind a slot’s brace", |file, rng| {
            let (node, place) = slot(file, rng)?;
            let is_optional = file.text[..place.end - 1].ends_with('?');
            is_optional.then(|| {
                Mistake::replace(place.end - 2..place.end, "}?").within(node.value.clone())
            })
        }),
        slip("slot without braces", |file, rng| {
            let (node, place) = slot(file, rng)?;
            let name = file.text[place.start + 1..place.end - 1].trim_end_matches('?');
            let is_all = place == (node.value.start + 1..node.value.end - 1);
            let is_plain = is_all && KNOWN.contains(&name) && node.path[0] == "body";
            is_plain.then(|| {
                Mistake::replace(place.clone(), name).within(node.value.start..place.start + 1)
            })
        }),
        slip("body without a code", |file, rng| {
            let mut codes = file
                .nodes
                .iter()
                .filter(|node| is_string(node) && file.value(node).contains("{code"));
            let (node, others) = (codes.next()?, codes.count());
            let has_type = file.nodes.iter().any(|node| file.value(node).contains("problem_type"));
            let is_declared =
                file.get("body.slots.code").is_some() || file.get("body.shape").is_some();
            let is_level = file.value(node).contains("{code:");
            let siblings = file.nodes.iter().filter(|other| {
                other.path.len() == node.path.len()
                    && other.path.starts_with(&node.path[..node.path.len() - 1])
            });
            if others > 0
                || has_type
                || is_declared
                || is_level
                || siblings.count() < 2
                || rng.u8(..1) > 0
            {
                return None;
            }
            let mut mistake = Mistake::delete(file.removal(node)?);
            for outer in file
                .nodes
                .iter()
                .filter(|outer| node.path.starts_with(&outer.path) && outer.path != node.path)
            {
                mistake = mistake.at_node(outer);
            }
            Some(mistake)
        })
        .alone(),
        error("`[body.inner]` left out", |file, _| {
            let inner = file.get("body.inner")?;
            let at = if file.is_toml() { file.block(inner)? } else { file.removal(inner)? };
            let mut mistake = Mistake::delete(at);
            for node in file.nodes.iter().filter(|node| node.matches("body.members.**")) {
                for place in braced(file, node) {
                    if file.text[place.clone()].starts_with("{inner") {
                        mistake = mistake.within(place.start..place.start + 2).at(node.value.start);
                    }
                }
            }
            Some(mistake)
        })
        .alone(),
        slip("`[body.inner]` not used", |file, rng| {
            let node = file.pick(rng, |node| {
                node.matches("body.members.**")
                    && node.form == Form::Text
                    && file.value(node).contains("{inner")
            })?;
            let inner = file.get("body.inner")?;
            Some(Mistake::delete(file.removal(node)?).at_node(inner))
        })
        .alone(),
        error("slot that is declared and not used", |file, _| {
            let slots = file.get("body.slots")?;
            let value = file.braces(&[("type", "\"string\"")]);
            inserted(file, slots, "never_used", &value)
        }),
        error("least length above the most", |file, rng| {
            let slots = file.get("body.slots")?;
            let name = used_text(file, rng)?;
            let value = file.braces(&[("min_length", "10"), ("max_length", "1")]);
            let room = file.room(slots)?;
            let (text, key, value_at) = room.text(&file.key(&name), &value);
            let is_there = file.member(slots, &name).is_some();
            let end = value_at + value.len();
            (!is_there)
                .then(|| Mistake::insert(room.at, text).in_new(key..key + 1).in_new(value_at..end))
        }),
        error("length of a slot that is no string", |file, rng| {
            let node = file.any(rng, &["body.slots.*"])?;
            let kind = file.member(node, "type").and_then(|kind| file.string(kind))?;
            if kind == "string" || node.form != Form::Braces {
                return None;
            }
            inserted(file, node, "max_length", "5")
        }),
        error("slot of a type that does not hold what fills it", |file, rng| {
            let slots = file.get("body.slots")?;
            let name = used_text(file, rng)?;
            let value = file.braces(&[("type", "\"object\"")]);
            let room = file.room(slots)?;
            let (text, key, value_at) = room.text(&file.key(&name), &value);
            let is_there = file.member(slots, &name).is_some();
            let end = value_at + value.len();
            (!is_there)
                .then(|| Mistake::insert(room.at, text).in_new(key..key + 1).in_new(value_at..end))
        }),
        error("brace lost in a member’s name", |file, rng| {
            let node = member(file, rng)?;
            let name = *rng.choice(["{field", "field}", "x{field}"].as_slice())?;
            Some(Mistake::replace(node.key.clone(), file.literal(name)).in_new(0..name.len() + 1))
        }),
        error("empty spelling of a member", |file, rng| {
            let node = member(file, rng)?;
            let name = format!("{}|", node.name());
            (!node.name().contains(['|', '?', '{', '"'])).then(|| {
                Mistake::replace(node.key.clone(), file.literal(&name)).in_new(0..name.len() + 1)
            })
        }),
        error("member that is there twice", |file, rng| {
            let node = member(file, rng)?;
            if node.name().contains(['|', '?', '{', '"']) {
                return None;
            }
            let outer = outer(file, node)?;
            let mistake = inserted(file, outer, &format!("{}?", node.name()), "\"x\"")?;
            Some(mistake.at(node.key.start))
        }),
    ]
}

fn is_string(node: &Node) -> bool {
    node.form == Form::Text && STRINGS.iter().any(|path| node.matches(path))
}

/// A slot in a string of the shape, and the bytes that it takes with its braces.
fn slot<'f>(file: &'f File, rng: &mut Rng) -> Option<(&'f Node, Range<usize>)> {
    let node = file.pick(rng, |node| is_string(node) && !braced(file, node).is_empty())?;
    let all = braced(file, node);
    Some((node, rng.choice(&all)?.clone()))
}

/// A slot for a text of the catalog that the body has.
fn used_text(file: &File, rng: &mut Rng) -> Option<String> {
    let name = *rng.choice(["code", "message", "title"].as_slice())?;
    let is_used = |node: &Node| {
        node.path[0] == "body"
            && is_string(node)
            && (file.value(node).contains(&format!("{{{name}}}"))
                || file.value(node).contains(&format!("{{{name}?}}")))
    };
    file.nodes.iter().any(is_used).then(|| name.to_owned())
}

/// A member of the shape that is a string.
fn member<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| {
        node.form == Form::Text
            && !node.key.is_empty()
            && (node.matches("body.members.**") || node.matches("body.inner.**"))
    })
}

/// The table that a member is in.
fn outer<'f>(file: &'f File, node: &Node) -> Option<&'f Node> {
    let path = &node.path[..node.path.len() - 1];
    file.nodes.iter().find(|outer| outer.path == path)
}
