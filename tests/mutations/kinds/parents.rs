//! Parents.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, error};
use crate::kinds::keys::misspelt;
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("parent misspelt", |file, rng| {
            let node = file.any(rng, &["code.*.parent"])?;
            let name = misspelt(file.string(node)?, rng)?;
            (file.all("code.*").all(|code| code.name() != name))
                .then(|| Mistake::replace(node.value.clone(), file.literal(&name)).there())
        }),
        error("no such parent", |file, rng| {
            let node = file.any(rng, &["code.*.parent"])?;
            let name = rng.choice(["something-else", "", "500"])?;
            Some(Mistake::replace(node.value.clone(), file.literal(name)).there())
        }),
        error("parent renamed", |file, rng| {
            let node = file.any(rng, &["code.*"])?;
            let children: Vec<_> = file
                .all("code.*.parent")
                .filter(|parent| file.string(parent) == Some(node.name()))
                .collect();
            if children.is_empty() || node.form == Form::Dotted {
                return None;
            }
            let name = misspelt(node.name(), rng)?;
            let mistake = Mistake::replace(node.key.clone(), file.key(&name)).there();
            Some(children.iter().fold(mistake, |mistake, child| mistake.at(child.value.start)))
        })
        .alone(),
        error("its own parent", |file, rng| {
            let node = file.any(rng, &["code.*"])?;
            let own = file.literal(node.name());
            if let Some(parent) = file.member(node, "parent") {
                return Some(Mistake::replace(parent.value.clone(), own).there());
            }
            let room = file.room(node)?;
            let (text, _, at) = room.text(&file.key("parent"), &own);
            Some(Mistake::insert(room.at, text).in_new(at..at + 1))
        })
        .alone(),
        error("parents in a circle", |file, rng| {
            let child = file.any(rng, &["code.*"])?;
            let line = lineage(file, child);
            let (parents, last) = (&line[..line.len() - 1], *line.last()?);
            if parents.is_empty() || !last.matches("code.*") {
                return None;
            }
            let room = file.room(last)?;
            let (text, _, at) = room.text(&file.key("parent"), &file.literal(child.name()));
            let mistake = Mistake::insert(room.at, text).in_new(at..at + 1);
            Some(
                parents
                    .iter()
                    .filter_map(|node| file.member(node, "parent"))
                    .fold(mistake, |mistake, parent| mistake.at(parent.value.start)),
            )
        })
        .alone(),
        error("status missing", |file, rng| {
            let node = root(file, rng)?;
            let status = file.member(node, "status")?;
            let is_else = file.get("defaults.status").is_some()
                || file.all("code.*.assumed.*").any(|item| {
                    item.path.starts_with(&node.path) && file.string(item) == Some("status")
                });
            if is_else { None } else { Some(Mistake::delete(file.removal(status)?).at_node(node)) }
        })
        .alone(),
        error("status missing, and assumed", |file, rng| {
            let node = root(file, rng)?;
            let status = file.member(node, "status")?;
            let assumed = file.all("code.*.assumed.*").find(|item| {
                item.path.starts_with(&node.path) && file.string(item) == Some("status")
            })?;
            if file.get("defaults.status").is_some() {
                return None;
            }
            Some(Mistake::delete(file.removal(status)?).at_node(node).at(assumed.value.start))
        })
        .alone(),
        error("message missing", |file, rng| {
            // Where every body has one, and nothing else says something.
            let needs =
                file.all("body.members.*").any(|node| file.string(node) == Some("{message}"));
            let node = root(file, rng)?;
            let message = file.member(node, "message")?;
            let says = ["title", "description"].iter().any(|key| file.member(node, key).is_some());
            let status = file.member(node, "status").map(|status| file.value(status))?;
            let has_row = file.nodes.iter().any(|node| {
                node.matches("status.*") && node.name() == status
                    || node.matches("status.*.also.*") && file.value(node) == status
            });
            let is_parent =
                file.all("code.*.parent").any(|parent| file.string(parent) == Some(node.name()));
            let defaults = file
                .all("defaults.*")
                .any(|node| ["title", "description", "message"].contains(&node.name()));
            if !needs || says || has_row || is_parent || defaults {
                return None;
            }
            let at = match message.form {
                Form::Dotted => return None,
                _ => file.removal(message)?,
            };
            Some(Mistake::delete(at).at_node(node))
        })
        .alone(),
    ]
}

/// An entry without a parent.
fn root<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| {
        node.matches("code.*") && file.member(node, "parent").is_none() && node.form != Form::Dotted
    })
}

/// An entry and its ancestors.
fn lineage<'f>(file: &'f File, entry: &'f Node) -> Vec<&'f Node> {
    let mut line = vec![entry];
    while let Some(parent) = line.last().and_then(|last| file.member(last, "parent")) {
        let name = file.string(parent);
        let Some(next) = file.all("code.*").find(|node| Some(node.name()) == name) else { break };
        if line.len() > 64 {
            break;
        }
        line.push(next);
    }
    line
}
