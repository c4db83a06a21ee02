//! What has to be said, what is assumed, links and types.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, error, slip};
use crate::kinds::keys::misspelt;
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("`name` missing", |file, _| {
            let node = file.get("catalog.name")?;
            Some(Mistake::delete(file.removal(node)?).at_node(file.get("catalog")?))
        }),
        error("`[catalog]` missing", |file, _| {
            let node = file.get("catalog")?;
            let at = if file.is_toml() { file.block(node)? } else { file.removal(node)? };
            // The start of the file, or of its object.
            Some(Mistake::delete(at).at(0))
        })
        .alone(),
        error("`[body]` missing", |file, _| {
            let node = file.get("body")?;
            let mut mistake = Mistake::default();
            if file.is_toml() {
                let headers = file.nodes.iter().filter(|node| node.form == Form::Header);
                let mut headers: Vec<_> = headers.map(|node| (node.value.start, node)).collect();
                // A list of tables begins with its first one.
                headers.dedup_by_key(|(start, _)| *start);
                let line = |byte| file.text[..byte].rfind('\n').map_or(0, |at| at + 1);
                for (at, (start, table)) in headers.iter().enumerate() {
                    let end = headers.get(at + 1).map_or(file.text.len(), |(next, _)| line(*next));
                    if table.path[0] == "body" {
                        mistake = mistake.and_replace(line(*start)..end, "");
                    }
                }
            } else {
                mistake = Mistake::delete(file.removal(node)?);
            }
            Some(mistake.at(0))
        })
        .alone(),
        error("word of `assumed` misspelt", |file, rng| {
            let node = file.any(rng, &["@.*.assumed.*", "defaults.assumed.*"])?;
            let word = misspelt(file.string(node)?, rng)?;
            Some(Mistake::replace(node.value.clone(), file.literal(&word)).there())
        }),
        error("`assumed` of what is not there", |file, rng| {
            let node = file.any(rng, &["@.*.assumed.*", "defaults.assumed.*"])?;
            let table = &node.path[..node.path.len() - 2];
            let keys = ["aliases", "retired", "docs", "user_message", "colour", "effect"];
            let key = *rng.choice(keys.as_slice())?;
            let is_there = file.nodes.iter().any(|node| {
                node.path.len() == table.len() + 1
                    && node.path.starts_with(table)
                    && node.name() == key
            });
            (!is_there).then(|| Mistake::replace(node.value.clone(), file.literal(key)).there())
        }),
        slip("`assumed` twice", |file, rng| {
            let node = file.any(rng, &["@.*.assumed.*", "defaults.assumed.*"])?;
            let text = format!(", {}", file.value(node));
            Some(Mistake::insert(node.value.end, text).in_new(2..3).at(node.value.start))
        }),
        error("link that is none", |file, rng| {
            link(
                file,
                rng,
                &[
                    "www.example.com",
                    "example",
                    "",
                    "ftp://x.example",
                    "https://",
                    "https://a b.example",
                ],
            )
        }),
        slip("link that leads nowhere", |file, rng| {
            link(file, rng, &["https://.", "https:///x", "https://exa<mple>.com", "https://:99999"])
        }),
        error("cause without its action", |file, rng| cause(file, rng, "action")),
        error("cause without its `when`", |file, rng| cause(file, rng, "when")),
        error("problem type that is no URI", |file, rng| {
            let node = file.any(rng, &["@.*.type", "body.type_base"])?;
            let text = file.string(node)?;
            let what = rng.choice([" ", "<", "{", "é", "%zz"])?;
            let text = format!("{text}{what}");
            let at = text.len() - what.len() + 1;
            let literal = file.literal(&text);
            Some(Mistake::replace(node.value.clone(), literal).in_new(at..at + 1))
        }),
        error("empty problem type", |file, rng| {
            let node = file.any(rng, &["@.*.type", "body.type_base"])?;
            Some(Mistake::replace(node.value.clone(), "\"\"").there())
        }),
        error("problem type twice", |file, rng| {
            let node = file.any(rng, &["code.*.type"])?;
            let other = file.any(rng, &["code.*.type"])?;
            (node.path != other.path).then(|| {
                let text = file.value(other);
                Mistake::replace(node.value.clone(), text).there().at(other.value.start)
            })
        }),
        slip("problem type that is never sent", |file, rng| {
            let has_type = file.get("body.shape").is_some()
                || file.nodes.iter().any(|node| file.value(node).contains("problem_type"));
            let node = file.any(rng, &["code.*"])?;
            if has_type || file.member(node, "type").is_some() {
                return None;
            }
            let room = file.room(node)?;
            let (text, key, value) = room.text(&file.key("type"), "\"https://api.example/x\"");
            Some(Mistake::insert(room.at, text).in_new(value..value + 1).in_new(key..key + 1))
        }),
    ]
}

fn link(file: &File, rng: &mut Rng, links: &[&str]) -> Option<Mistake> {
    let node = file.any(rng, &["catalog.docs", "@.*.docs", "defaults.docs"])?;
    let link = file.literal(rng.choice(links)?);
    let all = link.len();
    Some(Mistake::replace(node.value.clone(), link).in_new(0..all))
}

/// The cause, or what it has.
fn cause(file: &File, rng: &mut Rng, without: &str) -> Option<Mistake> {
    let cause: &Node = file.any(rng, &["code.*.causes.*"])?;
    let node = file.member(cause, without)?;
    let other = file.inside(cause).find(|other| other.path != node.path)?;
    let at = match node.form {
        // All its lines.
        Form::Dotted => {
            let lines: Vec<_> = file.inside(node).collect();
            let (first, last) = (lines.first()?, lines.last()?);
            let start = file.text[..first.key.start].rfind('\n').map_or(0, |at| at + 1);
            start..file.next_line(last.value.end)
        }
        _ => file.removal(node)?,
    };
    Some(Mistake::delete(at).at_node(cause).at_node(other))
}
