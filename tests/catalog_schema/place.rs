//! The values of a catalog, each with the schema that it has to fit.

use serde_json::Value;

use crate::ROOT;

/// A value and its schema.
pub(crate) struct Place<'v> {
    /// Where the value is (RFC 6901).
    pub(crate) pointer: String,
    /// Where its schema is.
    pub(crate) schema_pointer: String,
    pub(crate) value: &'v Value,
}

impl Place<'_> {
    /// Every place of a catalog, the catalog itself first.
    pub(crate) fn all(catalog: &Value) -> Vec<Place<'_>> {
        let mut places = Vec::new();
        add(&mut places, String::new(), catalog, String::new());
        places
    }

    pub(crate) fn schema(&self) -> &'static Value {
        schema_at(&self.schema_pointer)
    }

    /// The keys that its schema lists; `None` where it lists none, as of a table whose keys are names.
    pub(crate) fn keys(&self) -> Option<Vec<&'static str>> {
        let properties = self.schema().get("properties")?.as_object()?;
        Some(properties.keys().map(String::as_str).collect())
    }

    /// The words that its schema lists.
    pub(crate) fn words(&self) -> Option<Vec<&'static str>> {
        let words = self.schema().get("enum")?.as_array()?;
        Some(words.iter().map(|word| word.as_str().expect("a word")).collect())
    }

    /// The catalog with another value here.
    pub(crate) fn replaced(&self, catalog: &Value, value: Value) -> Value {
        let mut catalog = catalog.clone();
        *catalog.pointer_mut(&self.pointer).expect("a place of the catalog") = value;
        catalog
    }

    /// The catalog with one more key here.
    pub(crate) fn with_key(&self, catalog: &Value, key: &str, value: Value) -> Value {
        let mut table = self.value.as_object().expect("a table").clone();
        table.insert(key.to_owned(), value);
        self.replaced(catalog, Value::Object(table))
    }
}

/// The schema at a place of the file, references followed.
pub(crate) fn schema_at(pointer: &str) -> &'static Value {
    ROOT.pointer(pointer).expect("a place of the schema")
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn add<'v>(places: &mut Vec<Place<'v>>, pointer: String, value: &'v Value, schema_pointer: String) {
    let schema = schema_at(&schema_pointer);
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let schema_pointer = reference.strip_prefix('#').expect("a reference into the file");
        return add(places, pointer, value, schema_pointer.to_owned());
    }
    let below = |keyword: &str| format!("{schema_pointer}/{keyword}");
    let has = |pointer: &String| ROOT.pointer(pointer).is_some_and(Value::is_object);
    match value {
        Value::Object(table) => {
            for (key, value) in table {
                let property = below(&format!("properties/{}", escaped(key)));
                // A table whose names have a pattern has one pattern.
                let pattern = schema.get("patternProperties").and_then(Value::as_object);
                let pattern = pattern.and_then(|patterns| patterns.keys().next());
                let pattern = pattern
                    .map(|pattern| below(&format!("patternProperties/{}", escaped(pattern))));
                let more = Some(below("additionalProperties"));
                let schema = [Some(property), pattern, more].into_iter().flatten().find(has);
                let schema = schema.unwrap_or_else(|| panic!("no schema of {pointer}/{key}"));
                add(places, format!("{pointer}/{}", escaped(key)), value, schema);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                add(places, format!("{pointer}/{at}"), item, below("items"));
            }
        }
        _ => {}
    }
    places.push(Place { pointer, schema_pointer, value });
}
