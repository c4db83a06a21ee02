//! The schema of catalog files, for editors, says what the reader does: the same keys, the same words, the
//! same types. Each is asked from outside, with one catalog that has every key.

#![allow(missing_docs)]

mod files;
mod keys;
mod place;
mod values;

use std::sync::LazyLock;

use api_error_catalog_model::{Diagnostic, Memory, Reading, SCHEMA, Severity, Side, read};
use jsonschema::Validator;
use serde_json::Value;

/// The schema as JSON.
static ROOT: LazyLock<Value> = LazyLock::new(|| SCHEMA.parse().expect("a schema is JSON"));

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft7::new(&ROOT).expect("a schema"));

/// A catalog in which every key of the format stands.
fn every_key() -> Value {
    json_of(include_str!("every_key.toml")).expect("a catalog without dates")
}

/// A catalog in TOML as JSON, by way of the reference reader of TOML; `None` where it is no TOML or has a
/// value that JSON has not.
fn json_of(text: &str) -> Option<Value> {
    use toml::de::DeValue;
    fn json(value: &DeValue<'_>) -> Option<Value> {
        Some(match value {
            DeValue::String(text) => text.to_string().into(),
            DeValue::Integer(number) => {
                i64::from_str_radix(number.as_str(), number.radix()).ok()?.into()
            }
            DeValue::Float(number) => number.as_str().parse::<serde_json::Number>().ok()?.into(),
            DeValue::Boolean(value) => (*value).into(),
            DeValue::Datetime(_) => return None,
            DeValue::Array(items) => {
                let items: Option<Vec<_>> = items.iter().map(|item| json(item.get_ref())).collect();
                items?.into()
            }
            DeValue::Table(table) => {
                let member = |(key, value): (&toml::Spanned<_>, &toml::Spanned<_>)| {
                    Some((ToString::to_string(key.get_ref()), json(value.get_ref())?))
                };
                let members: Option<_> = table.iter().map(member).collect();
                Value::Object(members?)
            }
        })
    }
    let table = toml::de::DeTable::parse(text.trim_start_matches('\u{feff}')).ok()?.into_inner();
    json(&DeValue::Table(table))
}

/// Reads a catalog, and beside it the file that `every_key.toml` extends.
fn read_json(catalog: &Value) -> Reading {
    let base = "[status.404]\ntitle = { en = \"Not here\", fr = \"Pas ici\" }\n";
    let files = Memory::default().with("base.toml", base).with("catalog.json", catalog.to_string());
    read(&files, "catalog.json", Side::Client)
}

/// Whether a diagnostic is about what one value is, and no rule's: a schema can know it.
fn is_of_a_type(diagnostic: &Diagnostic) -> bool {
    let message = &diagnostic.message;
    diagnostic.severity == Severity::Error
        && (message.starts_with("expected ")
            || message.contains(" has no key `")
            || message.ends_with("is not a value of this key")
            || message.ends_with("is not an HTTP status")
            || message.ends_with("is not a number of characters"))
}

#[test]
fn the_schema_is_one() {
    assert!(jsonschema::draft7::meta::is_valid(&ROOT));
}

#[test]
fn the_catalog_with_every_key_is_good() {
    let catalog = every_key();
    let reading = read_json(&catalog);
    let errors: Vec<_> = reading.errors().map(|error| &error.message).collect();
    assert_eq!(errors, Vec::<&String>::new());
    let refused: Vec<_> = VALIDATOR.iter_errors(&catalog).map(|error| error.to_string()).collect();
    assert_eq!(refused, Vec::<String>::new());
}
