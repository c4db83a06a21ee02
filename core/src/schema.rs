//! The JSON Schema (2020-12) of the bodies of a catalog, from the same shape that writes and reads
//! them.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::catalog::Catalog;
use crate::json::quoted;
use crate::resolver::Resolver;
use crate::shape::{Node, RowRange};
use crate::slot::{SlotRow, SlotType};

/// The schema, as JSON text. It describes what is written: members in any order, and nothing besides
/// them.
///
/// ```
/// # mod example {
/// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
/// # }
/// # use example::wallet;
/// use api_error_catalog_core::builder::encode;
/// use api_error_catalog_core::schema;
///
/// let encoded = encode(&wallet())?;
/// let schema = schema(&encoded.catalog());
/// // `{request_id?}` may be left out; each of the others may be `null`.
/// assert!(schema.contains(r#""required":["status","code","message"]"#));
/// assert!(schema.contains(r#""request_id":{"type":"string"}"#));
/// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
/// ```
pub fn schema(catalog: &Catalog<'_>) -> String {
    let mut schema =
        Vec::from([pair("$schema", quoted("https://json-schema.org/draft/2020-12/schema"))]);
    schema.extend(node(catalog, catalog.root(true)));
    if catalog.nests() {
        let inner = object(node(catalog, catalog.root(false)));
        schema.push(pair("$defs", object([pair("inner", inner)])));
    }
    object(schema)
}

/// A keyword of a schema and its value, both as JSON.
type Pair = (String, String);

fn pair(key: &str, json: impl Into<String>) -> Pair {
    (key.into(), json.into())
}

/// The keywords for a node.
fn node(catalog: &Catalog<'_>, node: Node) -> Vec<Pair> {
    let constant = |json: String| Vec::from([pair("const", json)]);
    match node {
        Node::Object(members) => object_node(catalog, members),
        Node::List(items) => {
            // An item is never left out: without a value, it is `null`.
            let schemas: Vec<_> =
                catalog.items(items).map(|item| value(catalog, item, false)).collect();
            let mut keywords = Vec::from([typed("array"), pair("items", "false")]);
            // `prefixItems` may not be empty.
            if !schemas.is_empty() {
                keywords.push(pair("minItems", schemas.len().to_string()));
                keywords.push(pair("prefixItems", list(schemas)));
            }
            keywords
        }
        Node::String(text) => constant(quoted(catalog.texts.get(text))),
        Node::Number(number) => constant(catalog.texts.get(number).into()),
        Node::Boolean(value) => constant(value.to_string()),
        Node::Null => constant("null".into()),
        Node::Slot(number) => slot(catalog.slot(number)),
        Node::Text(_) => Vec::from([typed("string")]),
        Node::Inner => Vec::from([pair("$ref", quoted("#/$defs/inner"))]),
    }
}

fn object_node(catalog: &Catalog<'_>, members: RowRange) -> Vec<Pair> {
    let key = |id| catalog.texts.get(id);
    let properties = catalog.members(members).map(|member| {
        let schema = value(catalog, member.node(), member.is_optional());
        pair(key(member.key()), schema)
    });
    let required = catalog.members(members).filter(|member| !member.is_optional());
    Vec::from([
        typed("object"),
        pair("properties", object(properties)),
        pair("required", list(required.map(|member| quoted(key(member.key()))))),
        pair("additionalProperties", "false"),
    ])
}

/// The schema of a member or an item.
fn value(catalog: &Catalog<'_>, value: Node, is_optional: bool) -> String {
    let schema = object(node(catalog, value));
    if is_optional || !Resolver::can_be_absent(catalog, value) {
        return schema;
    }
    object([pair("anyOf", list([schema, object([typed("null")])]))])
}

fn slot(slot: SlotRow<'_>) -> Vec<Pair> {
    let mut schema = Vec::new();
    if slot.slot_type() != SlotType::Any {
        schema.push(typed(slot.slot_type().as_str()));
    }
    if slot.min_length() > 0 {
        schema.push(pair("minLength", slot.min_length().to_string()));
    }
    if let Some(most) = slot.max_length() {
        schema.push(pair("maxLength", most.to_string()));
    }
    schema
}

fn typed(name: &str) -> Pair {
    pair("type", quoted(name))
}

fn object(members: impl IntoIterator<Item = Pair>) -> String {
    let members = members.into_iter().map(|(key, json)| format!("{}:{json}", quoted(&key)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(","))
}
