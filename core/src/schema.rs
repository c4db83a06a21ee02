//! The JSON Schema (2020-12) of the bodies of a catalog, from the same shape that writes and reads
//! them.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::json::quoted;
use crate::node::{Key, Node};
use crate::resolver::Resolver;
use crate::rows::RowRange;
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
    Described { catalog, entries: None }.schema()
}

/// The schema of the bodies that some entries have in the shape of a catalog, each the only error of its body:
/// as [`schema`], and the codes are those of the entries. The entries may be of other catalogs.
///
/// ```
/// # mod example {
/// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
/// # }
/// # use example::wallet;
/// use api_error_catalog_core::builder::encode;
/// use api_error_catalog_core::schema_of;
///
/// let encoded = encode(&wallet())?;
/// let catalog = encoded.catalog();
/// let schema = schema_of(&catalog, &[catalog.from_code("internal").expect("an entry")]);
/// assert!(schema.contains(r#""code":{"type":"string","enum":["internal"]}"#));
/// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
/// ```
pub fn schema_of(catalog: &Catalog<'_>, entries: &[Entry<'_>]) -> String {
    Described { catalog, entries: Some(entries) }.schema()
}

/// What a schema describes.
#[derive(Clone, Copy)]
struct Described<'d> {
    catalog: &'d Catalog<'d>,
    /// The entries whose bodies are described; `None` for those of all, and of codes that are not known yet.
    entries: Option<&'d [Entry<'d>]>,
}

impl Described<'_> {
    fn schema(self) -> String {
        let catalog = self.catalog;
        let mut schema =
            Vec::from([pair("$schema", quoted("https://json-schema.org/draft/2020-12/schema"))]);
        schema.extend(self.node(catalog.root(true)));
        if catalog.nests() {
            let inner = object(self.node(catalog.root(false)));
            schema.push(pair("$defs", object([pair("inner", inner)])));
        }
        object(schema)
    }
}

/// A keyword of a schema and its value, both as JSON.
type Pair = (String, String);

fn pair(key: &str, json: impl Into<String>) -> Pair {
    (key.into(), json.into())
}

impl Described<'_> {
    /// The keywords for a node.
    fn node(self, node: Node) -> Vec<Pair> {
        let catalog = self.catalog;
        let constant = |json: String| Vec::from([pair("const", json)]);
        match node {
            Node::Object(members) => self.object_node(members),
            list_node @ Node::List(items) => {
                // An item without a value is left out, so that it is never `null`.
                let schemas = catalog.items(items).map(|item| object(self.node(item.node)));
                let mut schemas: Vec<_> = schemas.collect();
                if !schemas.is_empty() && !catalog.has_slot(list_node) {
                    return Vec::from([
                        typed("array"),
                        pair("items", "false"),
                        pair("minItems", schemas.len().to_string()),
                        pair("prefixItems", list(schemas)),
                    ]);
                }
                let items = match schemas.len() {
                    0 => "false".into(),
                    1 => schemas.remove(0),
                    _ => object([pair("anyOf", list(schemas))]),
                };
                Vec::from([typed("array"), pair("items", items)])
            }
            Node::String(text) => constant(quoted(catalog.texts.get(text))),
            Node::Number(number) => constant(catalog.texts.get(number).into()),
            Node::Boolean(value) => constant(value.to_string()),
            Node::Null => constant("null".into()),
            Node::Slot(number) => self.slot(catalog.slot(number)),
            Node::Text(_) => Vec::from([typed("string")]),
            Node::Inner => Vec::from([pair("$ref", quoted("#/$defs/inner"))]),
        }
    }

    fn object_node(self, members: RowRange) -> Vec<Pair> {
        let catalog = self.catalog;
        let (mut properties, mut required, mut others) = (Vec::new(), Vec::new(), "false".into());
        for member in catalog.members(members) {
            match member.key() {
                Key::Names(name, _) => {
                    let name = catalog.texts.get(name);
                    let schema = self.value(member.node(), member.is_optional());
                    properties.push(pair(name, schema));
                    if !member.is_optional() {
                        required.push(quoted(name));
                    }
                }
                Key::Slot(_) => others = object(self.node(member.node())),
                // Objects nest as deep as the path is long.
                Key::Path(_) => {
                    let end = object(self.node(member.node()));
                    others = object([pair("anyOf", list([end, object([typed("object")])]))]);
                }
            }
        }
        Vec::from([
            typed("object"),
            pair("properties", object(properties)),
            pair("required", list(required)),
            pair("additionalProperties", others),
        ])
    }

    /// The schema of a member.
    fn value(self, value: Node, is_optional: bool) -> String {
        let schema = object(self.node(value));
        if is_optional || self.is_there(value) {
            return schema;
        }
        object([pair("anyOf", list([schema, object([typed("null")])]))])
    }

    /// Whether a value stands at a node in every body.
    fn is_there(self, node: Node) -> bool {
        let is_code = || match node {
            Node::Slot(number) => {
                let slot = self.catalog.slot(number);
                slot.is_code() && slot.level() == 0 && slot.min_length() == 0
            }
            _ => false,
        };
        let are_sent = |entries: &[Entry<'_>]| entries.iter().all(|entry| entry.is_sent());
        !Resolver::can_be_absent(self.catalog, node)
            || (self.entries.is_some_and(are_sent) && is_code() && !self.catalog.nests())
    }

    fn slot(self, slot: SlotRow<'_>) -> Vec<Pair> {
        let mut schema = Vec::new();
        match slot.slot_type() {
            SlotType::Any => {}
            SlotType::Delay => schema.push(typed("number")),
            SlotType::Time => {
                schema.push(pair("type", list([quoted("string"), quoted("integer")])));
            }
            slot_type => schema.push(typed(slot_type.as_str())),
        }
        if slot.min_length() > 0 {
            schema.push(pair("minLength", slot.min_length().to_string()));
        }
        if let Some(most) = slot.max_length() {
            schema.push(pair("maxLength", most.to_string()));
        }
        // A number is written as its code has it, and a long text is cut.
        if slot.is_code() && slot.slot_type() == SlotType::String && slot.max_length().is_none() {
            schema.extend(self.codes(slot.level()));
        }
        schema
    }

    /// The codes that may stand in a slot of a level; `None` where they may be any.
    fn codes(self, level: u8) -> Option<Pair> {
        let mut codes: Vec<String> = Vec::new();
        for entry in self.entries?.iter().flat_map(|entry| entry.lineage()) {
            let is_meant = match level {
                // In a shape that nests, each one of the chain has an object of its own.
                0 => self.catalog.nests() || self.entries?.contains(&entry),
                level => entry.depth() == usize::from(level),
            };
            let code = quoted(entry.as_str());
            if is_meant && entry.is_sent() && !codes.contains(&code) {
                codes.push(code);
            }
        }
        (!codes.is_empty()).then(|| pair("enum", list(codes)))
    }
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
