//! Media types, and names and values of headers.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, error};
use crate::kinds::keys::inserted;
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

/// Media types, and where in each the mistake is.
const MEDIA_TYPES: [(&str, &str); 8] = [
    ("application/jsön", "ö"),
    ("json", ""),
    ("", ""),
    ("a b/c", " "),
    ("application/json;", ""),
    ("application/json; charset", ""),
    ("application/", ""),
    ("application/json, text/plain", ","),
];

/// Names of headers, and where in each the mistake is.
const NAMES: [(&str, &str); 5] =
    [("Retry After", " "), ("Retry-After:", ":"), ("", ""), ("a(b", "("), ("Rétry", "é")];

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("media type that is none", |file, rng| {
            let (text, mark) = *rng.choice(MEDIA_TYPES.as_slice())?;
            media_type(file, text, mark)
        }),
        error("media type that is not JSON", |file, rng| {
            let text = rng.choice(["text/html", "application/xml", "text/plain; charset=utf-8"])?;
            media_type(file, text, "")
        }),
        error("line break in a media type", |file, _| {
            let text = "application/json\\r\\nX: y";
            let node = file.get("body.media_type")?;
            let at = 1 + text.find('\\')?;
            Some(Mistake::replace(node.value.clone(), format!("\"{text}\"")).in_new(at..at + 1))
        }),
        error("header in a list whose name is none", |file, rng| {
            let node =
                file.pick(rng, |node| node.matches("status.*.headers.*") && node.key.is_empty())?;
            let (text, mark) = *rng.choice(NAMES.as_slice())?;
            Some(marked(Mistake::replace(node.value.clone(), file.literal(text)), text, mark))
        }),
        error("header whose name is none", |file, rng| {
            let node = file.pick(rng, |node| {
                !node.key.is_empty()
                    && (node.matches("headers.*") || node.matches("status.*.headers.*"))
            })?;
            let (text, mark) = *rng.choice(NAMES.as_slice())?;
            Some(marked(Mistake::replace(node.key.clone(), file.literal(text)), text, mark))
        }),
        error("request header whose name is none", |file, rng| {
            let node = file.any(rng, &["body.request_headers.*"])?;
            let (text, mark) = *rng.choice(NAMES.as_slice())?;
            Some(marked(Mistake::replace(node.key.clone(), file.literal(text)), text, mark))
        }),
        error("line break in a header’s value", |file, rng| {
            let node =
                file.any(rng, &["body.request_headers.*", "headers.*", "status.*.headers.*"])?;
            let what = rng.choice(["\\r\\n", "\\n", "\\u0000"])?;
            let is_value = file.value(node).starts_with('"') && !node.key.is_empty();
            is_value
                .then(|| Mistake::insert(node.value.start + 1, format!("a{what}b")).in_new(1..2))
        }),
        error("header of the connection", |file, rng| {
            let table = file.any(rng, &["headers", "status.*.headers"])?;
            let name = *rng.choice(
                ["Content-Length", "Content-Type", "Connection", "Transfer-Encoding"].as_slice(),
            )?;
            if table.form == Form::List {
                return None;
            }
            inserted(file, table, name, "\"x\"")
        }),
        error("header twice", |file, rng| {
            let node = file.pick(rng, |node| {
                !node.key.is_empty()
                    && (node.matches("headers.*") || node.matches("status.*.headers.*"))
            })?;
            let path = &node.path[..node.path.len() - 1];
            let table = file.nodes.iter().find(|table| table.path == path)?;
            let name = node.name();
            let again = if name.contains(|c: char| c.is_ascii_uppercase()) {
                name.to_lowercase()
            } else {
                name.to_uppercase()
            };
            Some(inserted(file, table, &again, "\"x\"")?.at(node.key.start))
        }),
        error("header twice in a list", |file, rng| {
            let node =
                file.pick(rng, |node| node.matches("status.*.headers.*") && node.key.is_empty())?;
            let again = format!(", {}", file.literal(&file.string(node)?.to_lowercase()));
            Some(Mistake::insert(node.value.end, again).in_new(2..3).at(node.value.start))
        }),
        error("no such file to extend", |file, rng| {
            let node = file.get("catalog")?;
            extends(
                file,
                rng,
                node,
                &["\"missing.toml\"", "\"../house.json\"", "[\"missing.toml\"]"],
            )
        })
        .alone(),
        error("no such base to extend", |file, rng| {
            let node = file.get("catalog")?;
            extends(file, rng, node, &["\"htpp\"", "\"house\"", "[\"grpc\"]"])
        })
        .alone(),
        error("a file that extends itself", |file, rng| {
            let own = format!("\"{}\"", file.path());
            extends(file, rng, file.get("catalog")?, &[&own])
        })
        .alone(),
    ]
}

fn media_type(file: &File, text: &str, mark: &str) -> Option<Mistake> {
    if let Some(node) = file.get("body.media_type") {
        return Some(marked(Mistake::replace(node.value.clone(), file.literal(text)), text, mark));
    }
    let body = file.get("body")?;
    let room = file.room(body)?;
    let (written, _, at) = room.text(&file.key("media_type"), &file.literal(text));
    let mistake = Mistake::insert(room.at, written);
    Some(match text.find(mark).filter(|_| !mark.is_empty()) {
        Some(found) => mistake.in_new(at + 1 + found..at + 2 + found),
        None => mistake.in_new(at..at + text.len() + 2),
    })
}

/// At the mark of a literal, or anywhere in it where it has none.
fn marked(mistake: Mistake, text: &str, mark: &str) -> Mistake {
    match text.find(mark).filter(|_| !mark.is_empty()) {
        Some(found) => mistake.in_new(found + 1..found + 2),
        None => mistake.in_new(0..text.len() + 2),
    }
}

fn extends(file: &File, rng: &mut Rng, catalog: &Node, values: &[&str]) -> Option<Mistake> {
    if file.member(catalog, "extends").is_some() {
        return None;
    }
    let room = file.room(catalog)?;
    let value = *rng.choice(values)?;
    let (text, _, at) = room.text(&file.key("extends"), value);
    Some(Mistake::insert(room.at, text).in_new(at..at + 2))
}
