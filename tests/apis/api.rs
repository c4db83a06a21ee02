//! A catalog of `tests/catalogs/apis`, opened at run time.

use api_error_catalog::{SlotSource, Value};
use api_error_catalog_core::answer::AnswerError;
use api_error_catalog_core::builder::Encoded;
use api_error_catalog_core::{Body, Catalog, Entry, Prefixes, SlotValue, schema};
use api_error_catalog_model::{Disk, Reading, Side, compile, read, read_text, render};
use api_error_catalog_tests::root;

/// A compiled catalog.
pub(super) struct Api {
    pub(super) name: String,
    encoded: Encoded,
}

impl Api {
    pub(super) fn open(name: &str) -> Self {
        let file = format!("tests/catalogs/apis/{name}.toml");
        Self::of_reading(name, &read(&Disk::new(root()), &file, Side::Client))
    }

    /// A catalog that is no file, without diagnostics.
    pub(super) fn of_text(name: &str, text: String) -> Self {
        Self::of_reading(name, &read_text(&format!("{name}.toml"), text, Side::Client))
    }

    fn of_reading(name: &str, reading: &Reading) -> Self {
        if let Some(diagnostic) = reading.diagnostics.first() {
            panic!("{}", render(diagnostic, &reading.sources));
        }
        let catalog = reading.catalog().expect("a catalog without errors");
        Self { name: name.to_owned(), encoded: compile(catalog).expect("a small catalog") }
    }

    pub(super) fn catalog(&self) -> Catalog<'_> {
        self.encoded.catalog()
    }

    /// A body as JSON, written with and without prefixes, and valid by the schema.
    pub(super) fn json(&self, body: &Body<'_, '_>) -> Value {
        let json = body.to_json(None);
        assert_eq!(body.to_json(Some(&Prefixes::open(&self.encoded.prefixes))), json);
        let value: Value = serde_json::from_slice(&json).expect("JSON");
        let schema: Value = schema(&self.catalog()).parse().expect("a schema is JSON");
        let validator = jsonschema::draft202012::new(&schema).expect("a schema");
        if let Err(error) = validator.validate(&value) {
            panic!("{}: {error} in {value}", self.name);
        }
        value
    }
}

/// Every catalog of the folder.
pub(super) fn all() -> Vec<Api> {
    let folder = root().join("tests/catalogs/apis");
    let files = std::fs::read_dir(folder).expect("the folder");
    let mut names: Vec<_> = files
        .map(|file| file.expect("a file").path().file_stem().expect("a name").to_owned())
        .map(|name| name.into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names.iter().map(|name| Api::open(name)).collect()
}

/// The body of an entry, with slots and parameters set by their names.
pub(super) fn body<'c>(entry: Entry<'c>, values: &[(&str, Value)]) -> Body<'c, 'c> {
    let mut body = Body::new(entry);
    let catalog = entry.catalog();
    for (name, value) in values {
        let mut slots = (0..).zip(catalog.slots());
        let slot = slots.find(|(_, slot)| slot.name == *name && slot.source == SlotSource::Caller);
        let mut parameters = (0..).zip(catalog.parameters());
        let parameter = parameters.find(|(_, parameter)| parameter == name);
        assert!(slot.is_some() || parameter.is_some(), "nothing is called {name}");
        let value = match value {
            Value::String(text) => SlotValue::from(text.clone()),
            other => SlotValue::Json(other.to_string().into()),
        };
        if let Some((number, _)) = slot {
            body.set_slot(number, Some(value));
        } else if let Some((number, _)) = parameter {
            body.set_parameter(number, Some(value));
        }
    }
    body
}

/// The body of an error that was received, as far as it says what is in it.
pub(super) fn body_of<'c>(error: AnswerError<'_, 'c>) -> Body<'c, 'c> {
    let entry = error.entry().expect("a known error");
    let catalog = entry.catalog();
    let mut values = Vec::new();
    for slot in catalog.slots().filter(|slot| slot.source == SlotSource::Caller) {
        if let Some(json) = error.slot(slot.name) {
            values.push((slot.name, json.parse().expect("JSON")));
        }
    }
    for name in catalog.parameters() {
        if let Some(value) = error.parameter(name) {
            values.push((name, Value::from(value)));
        }
    }
    body(entry, &values)
}
