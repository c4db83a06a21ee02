//! Members of the shape, and what `[body]` says beside them.

use fastrand::Rng;

use super::placeholders::braced;
use super::slots::is_string;
use crate::file::File;
use crate::kind::{Kind, error, slip};
use crate::kinds::keys::inserted;
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        slip("body without a code", |file, _| {
            let mut codes = file
                .nodes
                .iter()
                .filter(|node| is_string(node) && file.value(node).contains("{code"));
            let (node, others) = (codes.next()?, codes.count());
            // A problem type names the entry too, and a slot that is declared is not used then.
            let is_named =
                ["body.shape", "body.slots.code"].iter().any(|key| file.get(key).is_some())
                    || file.nodes.iter().any(|node| file.value(node).contains("problem_type"));
            // Messages may tell entries apart.
            let has_message = file.nodes.iter().any(|node| file.value(node).contains("{message"));
            let is_only =
                others == 0 && !is_named && !has_message && !file.value(node).contains("{code:");
            let outer = file.outer(node)?;
            if !is_only || file.inside(outer).count() < 2 || node.path[0] != "body" {
                return None;
            }
            let mistake = Mistake::delete(file.removal(node)?);
            let outers = file
                .nodes
                .iter()
                .filter(|outer| node.path.starts_with(&outer.path) && outer.path != node.path);
            Some(outers.fold(mistake, Mistake::at_node))
        })
        .alone(),
        error("`[body.inner]` left out", |file, _| {
            let inner = file.get("body.inner")?;
            let at = if file.is_toml() { file.block(inner)? } else { file.removal(inner)? };
            let mut mistake = Mistake::delete(at);
            for node in file.nodes.iter().filter(|node| node.matches("body.members.**")) {
                for place in braced(file, node) {
                    if file.text[place.clone()].starts_with("{inner") {
                        let brace = place.start..place.start + 2;
                        mistake = mistake.within(brace).at(node.value.start);
                    }
                }
            }
            Some(mistake)
        })
        .alone(),
        slip("`[body.inner]` not used", |file, rng| {
            let node = file.pick(rng, |node| {
                node.matches("body.members.**")
                    && is_string(node)
                    && file.value(node).contains("{inner")
            })?;
            let inner = file.get("body.inner")?;
            Some(Mistake::delete(file.removal(node)?).at_node(inner))
        })
        .alone(),
        slip("slot that is declared and not used", |file, _| {
            let slots = file.get("body.slots")?;
            let value = file.braces(&[("type", "\"string\"")]);
            inserted(file, slots, "never_used", &value)
        })
        .alone(),
        error("least length above the most", |file, rng| {
            declared(file, rng, &[("min_length", "10"), ("max_length", "1")])
        }),
        error("slot of a type that does not hold what fills it", |file, rng| {
            declared(file, rng, &[("type", "\"object\"")])
        }),
        error("length of a slot that is no string", |file, rng| {
            let node = file.any(rng, &["body.slots.*"])?;
            let kind = file.member(node, "type").and_then(|kind| file.string(kind))?;
            let has_length = kind != "string" && node.form == Form::Braces;
            if has_length { inserted(file, node, "max_length", "5") } else { None }
        }),
        error("length of a slot that cannot be a number", |file, rng| {
            declared(file, rng, &[("type", "\"integer\""), ("max_length", "5")])
        }),
        error("brace lost in a member’s name", |file, rng| {
            let name = rng.choice(["{field", "field}", "x{field}"])?;
            renamed(file, member(file, rng)?, name)
        }),
        error("empty spelling of a member", |file, rng| {
            let node = member(file, rng)?;
            renamed(file, node, &format!("{}|", node.name()))
        }),
        error("member that is there twice", |file, rng| {
            let node = member(file, rng)?;
            let again = format!("{}?", node.name());
            Some(inserted(file, file.outer(node)?, &again, "\"x\"")?.at(node.key.start))
        }),
    ]
}

/// A slot for a text of the catalog, which the body has, declared so.
fn declared(file: &File, rng: &mut Rng, members: &[(&str, &str)]) -> Option<Mistake> {
    let slots = file.get("body.slots")?;
    let name = rng.choice(["code", "message", "title"])?;
    let spellings = [format!("\"{{{name}}}\""), format!("\"{{{name}?}}\"")];
    let is_slot = |node: &Node| {
        node.path[0] == "body" && is_string(node) && spellings.iter().any(|s| file.value(node) == s)
    };
    if !file.nodes.iter().any(is_slot) || file.member(slots, name).is_some() {
        return None;
    }
    let room = file.room(slots)?;
    let value = file.braces(members);
    let (text, key, at) = room.text(&file.key(name), &value);
    Some(Mistake::insert(room.at, text).in_new(key..key + 1).in_new(at..at + value.len()))
}

/// A member of the shape that is a string, under a plain name, and in which no slot is that is declared.
fn member<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| {
        let is_member = node.matches("body.members.**") || node.matches("body.inner.**");
        let is_plain = !node.key.is_empty() && !node.name().contains(['|', '?', '{', '"']);
        node.form == Form::Text && is_member && is_plain
    })
}

/// A member under a name that is none; the finding is in it.
fn renamed(file: &File, node: &Node, name: &str) -> Option<Mistake> {
    Some(Mistake::replace(node.key.clone(), file.literal(name)).in_new(0..name.len() + 1))
}
