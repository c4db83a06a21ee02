//! Placeholders of messages, and braces of texts.

use std::ops::Range;

use fastrand::Rng;

use crate::file::{File, is_text};
use crate::kind::{Kind, error};
use crate::mistake::Mistake;
use crate::outline::Node;

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("placeholder that is no name", |file, rng| {
            let (_, place) = placeholder(file, rng)?;
            let name = &file.text[place.start + 1..place.end - 1];
            let (a, b) = (format!("{name}Id"), format!("{name}-id"));
            let (c, d) = (format!("{name} id"), format!(" {name} "));
            let upper = name.to_uppercase();
            let names = [a.as_str(), &b, &c, &d, &upper, "1st", "größe", "user.name"];
            let text = format!("{{{}}}", rng.choice(names.as_slice())?);
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("placeholder with a name that is taken", |file, rng| {
            let (_, place) = placeholder(file, rng)?;
            let names = ["self", "crate", "locale", "inner", "null", "clone", "to_json", "into"];
            let text = format!("{{{}}}", rng.choice(names.as_slice())?);
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("placeholder that the catalog fills", |file, rng| {
            let (_, place) = placeholder(file, rng)?;
            let names = ["code", "status", "title", "message", "retry", "docs", "reason"];
            let text = format!("{{{}}}", rng.choice(names.as_slice())?);
            Some(Mistake::replace(place, text).in_new(0..2))
        }),
        error("placeholder misspelt in one locale", |file, rng| {
            let (node, place) = placeholder(file, rng)?;
            let name = file.text[place.start + 1..place.end - 1].to_owned();
            let new = if name.len() > 3 {
                format!("{}{}", &name[..2], &name[3..])
            } else {
                format!("{name}s")
            };
            renamed(file, node, &place, &name, &new)
        }),
        error("placeholder with another name in one locale", |file, rng| {
            let (node, place) = placeholder(file, rng)?;
            let name = file.text[place.start + 1..place.end - 1].to_owned();
            renamed(file, node, &place, &name, "wholly_different")
        }),
        error("placeholder missing in one locale", |file, rng| {
            let (node, place) = placeholder(file, rng)?;
            let name = file.text[place.start + 1..place.end - 1].to_owned();
            let others = others(file, node, &name);
            let is_once = places(file, node, &name).len() == 1;
            if others.is_empty() || !is_once {
                return None;
            }
            let mistake = Mistake::replace(place.clone(), "it").there().at(node.value.start);
            Some(
                others
                    .into_iter()
                    .fold(mistake, |mistake, other| mistake.within(other.start..other.start + 2)),
            )
        }),
        error("placeholder more in one locale", |file, rng| {
            let node = message(file, rng)?;
            if file.locales().len() < 2 || siblings(file, node).is_empty() {
                return None;
            }
            let mistake = Mistake::insert(node.value.end - 1, " {something_more}").in_new(1..3);
            Some(
                siblings(file, node)
                    .iter()
                    .fold(mistake, |mistake, other| mistake.at(other.value.start)),
            )
        }),
        error("brace that is not closed", |file, rng| {
            let node = file.pick(rng, is_text)?;
            Some(Mistake::insert(node.value.end - 1, " {").in_new(1..2))
        }),
        error("brace that is not opened", |file, rng| {
            let node = file.pick(rng, is_text)?;
            Some(Mistake::insert(node.value.end - 1, " }").in_new(1..2))
        }),
        error("closing brace of a placeholder lost", |file, rng| {
            let (_, place) = placeholder(file, rng)?;
            Some(Mistake::delete(place.end - 1..place.end).at(place.start))
        }),
        error("opening brace of a placeholder lost", |file, rng| {
            let (_, place) = placeholder(file, rng)?;
            // The brace without its counterpart, or where that should be.
            Some(Mistake::delete(place.start..place.start + 1).at(place.end - 1).at(place.start))
        }),
        error("brackets around a placeholder", |file, rng| {
            let (_, place) = placeholder(file, rng)?;
            let (end, start) = (place.end, place.start);
            let mistake = Mistake::replace(end - 1..end, "]").at(start);
            Some(mistake)
        }),
        error("empty placeholder", |file, rng| {
            let node = message(file, rng)?;
            Some(Mistake::insert(node.value.end - 1, " {}").in_new(1..3))
        }),
        error("placeholder in a text that takes none", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && !is_message(node))?;
            Some(Mistake::insert(node.value.end - 1, " {amount}").in_new(1..3))
        }),
        error("braces in a text that takes no placeholders", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && !is_message(node))?;
            let text = rng.choice([" {}", " {see below}", " {ID}"])?;
            Some(Mistake::insert(node.value.end - 1, text).in_new(1..3))
        }),
    ]
}

fn is_message(node: &Node) -> bool {
    is_text(node) && node.path.iter().take(3).skip(1).any(|key| key == "message") && {
        let at = if node.path[0] == "defaults" { 1 } else { 2 };
        node.path.get(at).is_some_and(|key| key == "message")
    }
}

fn message<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, is_message)
}

/// A placeholder of a message, and the bytes that it takes with its braces.
fn placeholder<'f>(file: &'f File, rng: &mut Rng) -> Option<(&'f Node, Range<usize>)> {
    let node = file.pick(rng, |node| is_message(node) && !braced(file, node).is_empty())?;
    let all = braced(file, node);
    Some((node, rng.choice(&all)?.clone()))
}

/// What is in braces in a string, with them.
pub(super) fn braced(file: &File, node: &Node) -> Vec<Range<usize>> {
    let text = file.value(node);
    let bytes = text.as_bytes();
    let (mut all, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let is_doubled = matches!(bytes[at], b'{' | b'}') && bytes.get(at + 1) == Some(&bytes[at]);
        if is_doubled {
            at += 2;
        } else if bytes[at] == b'{' {
            let Some(end) = text[at..].find('}') else { break };
            all.push(node.value.start + at..node.value.start + at + end + 1);
            at += end + 1;
        } else {
            at += 1;
        }
    }
    all
}

/// Where a placeholder stands in a text.
fn places(file: &File, node: &Node, name: &str) -> Vec<Range<usize>> {
    let all = braced(file, node).into_iter();
    all.filter(|place| file.text[place.start + 1..place.end - 1] == *name).collect()
}

/// The same text in the other locales.
fn siblings<'f>(file: &'f File, node: &Node) -> Vec<&'f Node> {
    let text = &node.path[..node.path.len() - 1];
    let is_sibling = |other: &&Node| {
        other.path.len() == node.path.len()
            && other.path.starts_with(text)
            && other.path != node.path
    };
    let is_localized = file.locales().contains(&node.name());
    file.nodes.iter().filter(|other| is_localized && is_sibling(other)).collect()
}

/// Where a placeholder stands in the other locales.
fn others(file: &File, node: &Node, name: &str) -> Vec<Range<usize>> {
    siblings(file, node).into_iter().flat_map(|other| places(file, other, name)).collect()
}

/// The placeholder, or the one of another locale.
fn renamed(
    file: &File,
    node: &Node,
    place: &Range<usize>,
    name: &str,
    new: &str,
) -> Option<Mistake> {
    let others = others(file, node, name);
    let is_once = places(file, node, name).len() == 1;
    if others.is_empty() || !is_once || !places(file, node, new).is_empty() {
        return None;
    }
    let mistake = Mistake::replace(place.clone(), format!("{{{new}}}")).in_new(0..2);
    Some(
        others
            .into_iter()
            .fold(mistake, |mistake, other| mistake.within(other.start..other.start + 2)),
    )
}
