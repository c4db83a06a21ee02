//! Keys that a table does not have.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, error};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

/// The keys of each table, by the paths of the nodes.
const TABLES: [(&str, &[&str]); 9] = [
    ("the file", &["catalog", "body", "headers", "defaults", "status", "code"]),
    ("`[catalog]`", &["catalog.*"]),
    ("`[body]`", &["body.*"]),
    ("`[defaults]`", &["defaults.*"]),
    ("a status row", &["status.*.*"]),
    ("a code", &["code.*.*"]),
    ("a cause", &["code.*.causes.*.*"]),
    ("a parameter", &["code.*.parameters.*.*"]),
    ("a slot", &["body.slots.*.*"]),
];

/// Every key that some table has: no misspelling is one of them.
const KNOWN: [&str; 48] = [
    "catalog",
    "body",
    "headers",
    "defaults",
    "status",
    "code",
    "name",
    "locales",
    "title",
    "docs",
    "version",
    "missing",
    "extends",
    "shape",
    "media_type",
    "type_base",
    "request_headers",
    "members",
    "inner",
    "slots",
    "also",
    "unregistered",
    "variant",
    "variant_prefix",
    "message",
    "description",
    "action",
    "user_message",
    "retry",
    "actor",
    "effect",
    "type",
    "set",
    "assumed",
    "parent",
    "aliases",
    "causes",
    "retired",
    "parameters",
    "when",
    "example",
    "or",
    "min_length",
    "max_length",
    "act",
    "tile",
    "sot",
    "cause",
];

pub(crate) fn kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    for (table, paths) in TABLES {
        let kind = error(format!("key misspelt in {table}"), move |file, rng| {
            let node = file.pick(rng, |node| is_key(node, paths))?;
            let name = misspelt(node.name(), rng)?;
            Some(Mistake::replace(node.key.clone(), file.key(&name)).there())
        });
        // All that is in a table of the file may be lost with its name.
        kinds.push(if table == "the file" { kind.alone() } else { kind });
    }
    kinds.push(error("key in upper case", |file, rng| {
        let node = file
            .pick(rng, |node| is_key(node, &["catalog.*", "body.*", "status.*.*", "code.*.*"]))?;
        let mut name = node.name().to_owned();
        name[..1].make_ascii_uppercase();
        Some(Mistake::replace(node.key.clone(), file.key(&name)).there())
    }));
    kinds.push(error("hyphen in a key", |file, rng| {
        let paths = &["body.*", "defaults.*", "status.*.*", "code.*.*", "body.slots.*.*"];
        let node = file.pick(rng, |node| node.name().contains('_') && is_key(node, paths))?;
        let name = node.name().replace('_', "-");
        Some(Mistake::replace(node.key.clone(), file.key(&name)).there())
    }));
    for (table, paths) in &TABLES[1..=5] {
        let tables: Vec<_> =
            paths.iter().map(|path| path.trim_end_matches(".*").to_owned()).collect();
        kinds.push(error(format!("unknown key in {table}"), move |file, rng| {
            let of = if tables[0].contains('.') || tables[0] == "status" || tables[0] == "code" {
                format!("{}.*", tables[0].split('.').next().unwrap_or_default())
            } else {
                tables[0].clone()
            };
            let table = file.any(rng, &[&of])?;
            inserted(
                file,
                table,
                rng.choice(["colour", "severity", "owner", "x-internal"])?,
                "\"red\"",
            )
        }));
    }
    kinds.push(error("key of another table", |file, rng| {
        let (of, key, value) = rng.choice([
            ("catalog", "status", "404"),
            ("catalog", "message", "\"Wrong.\""),
            ("body", "name", "\"x\""),
            ("body", "code", "\"{code}\""),
            ("code.*", "locales", "[\"en\"]"),
            ("code.*", "also", "[502]"),
            ("code.*", "headers", "[\"Retry-After\"]"),
            ("status.*", "parent", "\"x\""),
            ("status.*", "aliases", "[\"x\"]"),
            ("status.*", "retired", "true"),
            ("defaults", "code", "\"x\""),
            ("defaults", "parent", "\"x\""),
        ])?;
        let table = file.any(rng, &[of])?;
        inserted(file, table, key, value)
    }));
    kinds.push(
        error("dotted key misspelt", |file, rng| {
            let node = file.pick(rng, |node| {
                node.form == Form::Dotted
                    && ["code.*.*", "status.*.*"].iter().any(|path| node.matches(path))
                    && file.inside(node).count() > 1
            })?;
            // One of its lines.
            let lines: Vec<_> = file.inside(node).collect();
            let line = file.line_start(lines[rng.usize(..lines.len())].key.start);
            if !file.text[line..].starts_with(node.name()) {
                return None;
            }
            let name = misspelt(node.name(), rng)?;
            Some(Mistake::replace(line..line + node.name().len(), name).there())
        })
        .toml(),
    );
    kinds
}

/// Whether a node is of one of the paths, and is a key that one writes once.
fn is_key(node: &Node, paths: &[&str]) -> bool {
    node.form != Form::Dotted && paths.iter().any(|path| node.matches(path))
}

/// A key and its value, put into a table.
pub(crate) fn inserted(file: &File, table: &Node, key: &str, value: &str) -> Option<Mistake> {
    if file.member(table, key).is_some() {
        return None;
    }
    let room = file.room(table)?;
    let (text, key, _) = room.text(&file.key(key), value);
    Some(Mistake::insert(room.at, text).in_new(key..key + 1))
}

/// A word with one letter missing, doubled, or in the place of its neighbour.
pub(crate) fn misspelt(word: &str, rng: &mut Rng) -> Option<String> {
    if word.len() < 3 || !word.is_ascii() {
        return None;
    }
    let at = rng.usize(1..word.len() - 1);
    let (before, after) = word.split_at(at);
    let new = match rng.u8(..3) {
        0 => format!("{before}{}", &after[1..]),
        1 => format!("{before}{}{after}", &after[..1]),
        _ => format!("{before}{}{}{}", &after[1..2], &after[..1], &after[2..]),
    };
    (new != word && !KNOWN.contains(&new.as_str())).then_some(new)
}
