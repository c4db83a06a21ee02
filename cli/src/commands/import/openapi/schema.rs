//! JSON Schemas of bodies: a body that fits one, and the codes that it lists.

use heck::ToSnakeCase as _;

use super::document::{Document, Node};
use crate::commands::import::bodies::json::Json;

/// How deep schemas are looked into: they may contain themselves.
const DEEPEST: usize = 8;

/// The names of members that have codes.
const CODES: [&str; 5] = ["code", "error_code", "err_code", "error", "reason"];

/// A body that fits a schema, with every member that it names.
pub(super) fn sample(document: &Document, schema: Node<'_>) -> Json {
    value("", document, schema, 0)
}

fn value(name: &str, document: &Document, schema: Node<'_>, depth: usize) -> Json {
    let schema = document.resolve(schema);
    let mut members = Vec::new();
    properties(document, schema, depth, &mut |name, property| {
        if depth < DEEPEST && members.iter().all(|(known, _)| known != name) {
            members.push((name.to_owned(), value(name, document, property, depth + 1)));
        }
    });
    if !members.is_empty() {
        return Json::Object(members);
    }
    if let Some(example) = schema.get("example").or_else(|| schema.get("enum")?.elements().pop()) {
        return example.json();
    }
    match schema.get("type").and_then(Node::text).as_deref() {
        Some("integer") => Json::Integer("0".to_owned()),
        Some("number") => Json::Number,
        Some("boolean") => Json::Bool,
        Some("object") => Json::Object(Vec::new()),
        Some("array") if depth < DEEPEST => {
            let items = schema.get("items");
            Json::List(
                items.map(|items| value(name, document, items, depth + 1)).into_iter().collect(),
            )
        }
        // A text may be a code: it is one word.
        _ => Json::String(name.to_owned()),
    }
}

/// The codes that a schema lists, each with its place.
pub(in crate::commands) fn codes<'d>(
    document: &'d Document,
    schema: Node<'d>,
) -> Vec<(String, Node<'d>)> {
    let mut found = Vec::new();
    collect("", document, schema, 0, &mut found);
    found
}

fn collect<'d>(
    name: &str,
    document: &'d Document,
    schema: Node<'d>,
    depth: usize,
    found: &mut Vec<(String, Node<'d>)>,
) {
    let schema = document.resolve(schema);
    if CODES.contains(&&*name.to_snake_case()) {
        let listed = schema.get("enum").into_iter().flat_map(Node::elements);
        let listed = listed.chain(schema.get("const"));
        found.extend(listed.filter_map(|code| Some((code.text()?, code))));
    }
    if depth >= DEEPEST {
        return;
    }
    properties(document, schema, depth, &mut |name, property| {
        collect(name, document, property, depth + 1, found);
    });
    if let Some(items) = schema.get("items") {
        collect("", document, items, depth + 1, found);
    }
}

/// The properties of a schema and of those that it is put together from.
fn properties<'d>(
    document: &'d Document,
    schema: Node<'d>,
    depth: usize,
    found: &mut dyn FnMut(&str, Node<'d>),
) {
    for (name, property) in schema.get("properties").into_iter().flat_map(Node::members) {
        found(&name, property);
    }
    if depth >= DEEPEST {
        return;
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        for part in schema.get(key).into_iter().flat_map(Node::elements) {
            properties(document, document.resolve(part), depth + 1, found);
        }
    }
}
