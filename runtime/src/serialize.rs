//! A body through serde, for formats and frameworks that want it so.

use alloc::string::ToString as _;

use api_error_catalog_core::resolver::Resolved;
use api_error_catalog_core::{Body, Resolver};
use serde_core::ser::{Error as _, Serialize, SerializeMap as _, SerializeSeq as _, Serializer};
use serde_json::Value;

/// Serializes a body: what [`Body::write_json`] writes. A number that serde has no type for, beyond 64
/// bits or with more digits than an `f64` has, is the nearest `f64`, unless `serde_json` is built with
/// `arbitrary_precision`.
///
/// # Errors
///
/// Those of the serializer. Where JSON in a slot nests deeper than `serde_json` reads, 127 levels.
pub fn serialize<S: Serializer>(body: &Body<'_, '_>, serializer: S) -> Result<S::Ok, S::Error> {
    Node(Resolver::outermost(body).root()).serialize(serializer)
}

struct Node<'r>(Resolved<'r>);

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Resolved::Boolean(value) => serializer.serialize_bool(value),
            Resolved::Integer(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => serializer.serialize_u64(number),
                (None, Some(number)) => serializer.serialize_i64(number),
                (None, None) => serializer.serialize_str(&number.to_string()),
            },
            Resolved::Number(number) => serializer.serialize_f64(number.get()),
            Resolved::Text(text) => match text.as_str() {
                Some(text) => serializer.serialize_str(text),
                None => serializer.collect_str(&text),
            },
            Resolved::Digits(json) | Resolved::Json(json) => {
                let value: Value = serde_json::from_str(json).map_err(S::Error::custom)?;
                value.serialize(serializer)
            }
            Resolved::Object(object) => {
                let mut map = serializer.serialize_map(Some(object.members().count()))?;
                for (key, value) in object.members() {
                    map.serialize_entry(&*key, &Self(value))?;
                }
                map.end()
            }
            Resolved::List(list) => {
                let mut sequence = serializer.serialize_seq(Some(list.items().count()))?;
                for item in list.items() {
                    sequence.serialize_element(&Self(item))?;
                }
                sequence.end()
            }
            Resolved::Parameters(parameters) => {
                let count = parameters.members().count();
                let mut map = serializer.serialize_map(Some(count))?;
                for (name, value) in parameters.members() {
                    map.serialize_entry(name, &Self(value))?;
                }
                map.end()
            }
            // `null`, and what has no value.
            _ => serializer.serialize_unit(),
        }
    }
}
