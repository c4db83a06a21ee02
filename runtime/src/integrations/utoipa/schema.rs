//! The JSON Schema of bodies as the types of utoipa have it.

use alloc::vec::Vec;
use core::ptr;

use ::utoipa::openapi::schema::{
    AdditionalProperties, AnyOfBuilder, ArrayBuilder, ArrayItems, ObjectBuilder, SchemaType, Type,
};
use ::utoipa::openapi::{RefOr, Schema};
use api_error_catalog_core::{Catalog, Entry, schema_of};
use serde_json::Value;

use super::responses::Sent;

/// The schema of the bodies of some entries. Where they are written in several shapes, it is one of them.
pub(super) fn schema_of_any(sent: &[Sent]) -> RefOr<Schema> {
    let mut shapes: Vec<&'static Catalog<'static>> = Vec::new();
    for (_, shape) in sent {
        if !shapes.iter().any(|known| ptr::eq(*known, *shape)) {
            shapes.push(shape);
        }
    }
    let of_shape = |shape: &&'static Catalog<'static>| {
        let of_it = sent.iter().filter(|(_, other)| ptr::eq(*other, *shape));
        let entries: Vec<Entry<'_>> = of_it.map(|(entry, _)| *entry).collect();
        let json: Value = serde_json::from_str(&schema_of(shape, &entries)).unwrap_or_default();
        Reader { inner: json.pointer("/$defs/inner") }.schema(&json)
    };
    let schemas: Vec<Schema> = shapes.iter().map(of_shape).collect();
    one_of_them(schemas).into()
}

fn one_of_them(mut schemas: Vec<Schema>) -> Schema {
    if schemas.len() == 1 {
        return schemas.remove(0);
    }
    let any = schemas.into_iter().fold(AnyOfBuilder::new(), AnyOfBuilder::item);
    any.build().into()
}

/// Reads the schemas that `core` writes, and knows their keywords only.
#[derive(Clone, Copy)]
struct Reader<'j> {
    /// The schema of nested objects. A document cannot refer to it, so that the second one inside of another is any
    /// object.
    inner: Option<&'j Value>,
}

impl<'j> Reader<'j> {
    fn schema(self, json: &'j Value) -> Schema {
        if json.get("$ref").is_some() {
            return match self.inner {
                Some(inner) => Reader { inner: None }.schema(inner),
                None => ObjectBuilder::new().schema_type(Type::Object).build().into(),
            };
        }
        if let Some(of) = json.get("anyOf").and_then(Value::as_array) {
            return one_of_them(of.iter().map(|schema| self.schema(schema)).collect());
        }
        if json["type"] == "array" {
            return self.array(json);
        }
        self.object(json)
    }

    fn array(self, json: &'j Value) -> Schema {
        let array = ArrayBuilder::new();
        let array = match json.get("items") {
            Some(Value::Bool(false)) => array.items(ArrayItems::False),
            Some(items) => array.items(RefOr::T(self.schema(items))),
            // Of anything.
            None => array.items(ObjectBuilder::new().schema_type(SchemaType::AnyValue)),
        };
        let fixed = json.get("prefixItems").and_then(Value::as_array);
        let array = match fixed {
            Some(fixed) => array.prefix_items(fixed.iter().map(|item| self.schema(item))),
            None => array,
        };
        array.min_items(length(&json["minItems"])).build().into()
    }

    fn object(self, json: &'j Value) -> Schema {
        let mut object = ObjectBuilder::new()
            .schema_type(schema_type(&json["type"]))
            .enum_values(values(json))
            .min_length(length(&json["minLength"]))
            .max_length(length(&json["maxLength"]));
        for (name, property) in json["properties"].as_object().into_iter().flatten() {
            object = object.property(name, self.schema(property));
        }
        for name in json["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            object = object.required(name);
        }
        let others = match json.get("additionalProperties") {
            Some(Value::Bool(any)) => Some(AdditionalProperties::FreeForm(*any)),
            Some(others) => Some(AdditionalProperties::from(self.schema(others))),
            None => None,
        };
        object.additional_properties(others).build().into()
    }
}

/// `enum`; a constant is the only value of one.
fn values(json: &Value) -> Option<Vec<Value>> {
    let several = json.get("enum").and_then(Value::as_array).cloned();
    several.or_else(|| Some(Vec::from([json.get("const")?.clone()])))
}

fn length(json: &Value) -> Option<usize> {
    usize::try_from(json.as_u64()?).ok()
}

fn schema_type(json: &Value) -> SchemaType {
    let one = |json: &Value| serde_json::from_value::<Type>(json.clone()).ok();
    match json {
        Value::Array(types) => types.iter().filter_map(one).collect(),
        json => one(json).map_or(SchemaType::AnyValue, SchemaType::Type),
    }
}
