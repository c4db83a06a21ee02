//! Parameters of entries, and values that an entry sets.

use crate::file::File;
use crate::kind::{Kind, error};
use crate::kinds::keys::inserted;
use crate::mistake::Mistake;
use crate::outline::Node;

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("parameter that is no name", |file, rng| {
            let names = ["accountId", "account-id", "Account", "1st"];
            declared(
                file,
                file.any(rng, &["code.*"])?,
                rng.choice(names.as_slice())?,
                &[("type", "\"integer\"")],
            )
        }),
        error("parameter with a name that is taken", |file, rng| {
            let names = ["self", "crate", "locale", "clone"];
            declared(
                file,
                file.any(rng, &["code.*"])?,
                rng.choice(names.as_slice())?,
                &[("type", "\"integer\"")],
            )
        }),
        error("parameter that the catalog fills", |file, rng| {
            let names = ["code", "status", "title", "retry"];
            declared(
                file,
                file.any(rng, &["code.*"])?,
                rng.choice(names.as_slice())?,
                &[("type", "\"integer\"")],
            )
        }),
        error("example of another type", |file, rng| {
            let wrong = [
                ("\"integer\"", "\"5\""),
                ("\"integer\"", "1.5"),
                ("\"boolean\"", "1"),
                ("\"string\"", "5"),
                ("\"array\"", "{}"),
                ("\"object\"", "[]"),
                ("\"number\"", "true"),
            ];
            let (kind, example) = *rng.choice(wrong.as_slice())?;
            let table = file.any(rng, &["code.*"])?;
            if file.member(table, "parameters").is_some() {
                return None;
            }
            let value = file.braces(&[("type", kind), ("example", example)]);
            let value = file.braces(&[("some_new_one", &value)]);
            let room = file.room(table)?;
            let (text, _, _) = room.text(&file.key("parameters"), &value);
            let at = text.rfind(example)?;
            Some(Mistake::insert(room.at, text).in_new(at..at + 1))
        }),
        error("two types of a parameter", |file, rng| {
            let (first, second) = (file.any(rng, &["code.*"])?, file.any(rng, &["code.*"])?);
            let has = |node| file.member(node, "parameters").is_some();
            if first.path == second.path || has(first) || has(second) {
                return None;
            }
            let value = |kind| file.braces(&[("some_new_one", &file.braces(&[("type", kind)]))]);
            let (one, two) = (file.room(first)?, file.room(second)?);
            let (text, _, _) = one.text(&file.key("parameters"), &value("\"integer\""));
            let at = text.find("\"integer\"")?;
            let mistake = Mistake::insert(one.at, text).in_new(at..at + 1);
            let (text, _, _) = two.text(&file.key("parameters"), &value("\"boolean\""));
            let at = text.find("\"boolean\"")?;
            Some(mistake.and_replace(two.at..two.at, text).in_new(at..at + 1))
        }),
        error("no such type of a parameter", |file, rng| {
            let table = file.any(rng, &["code.*"])?;
            let kind = rng.choice(["\"int\"", "\"float\"", "\"date\"", "\"uuid\""])?;
            if file.member(table, "parameters").is_some() {
                return None;
            }
            let value = file.braces(&[("some_new_one", &file.braces(&[("type", kind)]))]);
            let room = file.room(table)?;
            let (text, _, _) = room.text(&file.key("parameters"), &value);
            let at = text.find(kind)?;
            Some(Mistake::insert(room.at, text).in_new(at..at + 1))
        }),
        error("`set` of a slot that the body lacks", |file, rng| {
            set(file, file.any(rng, &["code.*"])?, "no_such_slot", "\"x\"", false)
        }),
        error("`set` of a slot that the catalog fills", |file, rng| {
            let name = rng.choice(["code", "message", "status"])?;
            let is_used = file.nodes.iter().any(|node| {
                node.path[0] == "body" && file.value(node).starts_with(&format!("\"{{{name}"))
            });
            let table = file.any(rng, &["code.*"])?;
            if is_used { set(file, table, name, "\"x\"", false) } else { None }
        }),
        error("`set` of another type", |file, rng| {
            let slot = file.any(rng, &["body.slots.*"])?;
            let kind = file.member(slot, "type").and_then(|kind| file.string(kind))?;
            let value = match kind {
                "string" => "5",
                "integer" | "number" | "boolean" | "array" | "object" => "\"x\"",
                _ => return None,
            };
            // A slot that the catalog fills is another mistake.
            let is_own = !["code", "status", "message", "title", "action"].contains(&slot.name());
            let table = file.any(rng, &["code.*"])?;
            if is_own { set(file, table, slot.name(), value, true) } else { None }
        }),
        error("slot of `set` misspelt", |file, rng| {
            let node = file.any(rng, &["@.*.set.*"])?;
            let name = super::keys::misspelt(node.name(), rng)?;
            Some(Mistake::replace(node.key.clone(), file.key(&name)).there())
        }),
    ]
}

/// A declaration of one parameter.
fn declared(file: &File, table: &Node, name: &str, members: &[(&str, &str)]) -> Option<Mistake> {
    if let Some(parameters) = file.member(table, "parameters") {
        return inserted(file, parameters, name, &file.braces(members));
    }
    let value = file.braces(&[(name, &file.braces(members))]);
    let room = file.room(table)?;
    let (text, _, at) = room.text(&file.key("parameters"), &value);
    Some(Mistake::insert(room.at, text).in_new(at + 2..at + 3))
}

/// A value that an entry sets; the finding is at it, or at the slot.
fn set(file: &File, table: &Node, slot: &str, value: &str, is_at_value: bool) -> Option<Mistake> {
    if file.member(table, "set").is_some() {
        return None;
    }
    let written = file.braces(&[(slot, value)]);
    let room = file.room(table)?;
    let (text, _, at) = room.text(&file.key("set"), &written);
    let value_at = at + written.rfind(value)?;
    let place = if is_at_value { value_at } else { at + 2 };
    Some(Mistake::insert(room.at, text).in_new(place..place + 1))
}
