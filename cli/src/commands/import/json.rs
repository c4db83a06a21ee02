//! A list of errors in JSON: objects with the keys of a row, or an object of them by code.

use std::fmt;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::imported::{Imported, Place};
use super::row::{Key, Row, key};
use crate::failure::Failure;

/// Reads the errors.
///
/// # Errors
///
/// Where it is not JSON, or neither a list nor an object.
pub(super) fn read(
    file: &Rc<str>,
    text: &str,
    locale: &str,
    imported: &mut Imported,
) -> Result<(), Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let list = List { file, text, locale };
    if text.trim_start().starts_with('[') {
        let elements: Vec<&RawValue> = parse(file, text)?;
        for element in elements {
            list.entry("", element, imported);
        }
        return Ok(());
    }
    let Members(members) = parse(file, text)?;
    for (code, value) in members {
        list.entry(&code, value, imported);
    }
    Ok(())
}

fn parse<'t, T: Deserialize<'t>>(file: &str, text: &'t str) -> Result<T, Failure> {
    serde_json::from_str(text)
        .map_err(|error| Failure::new(format!("`{file}` is no list of errors in JSON: {error}")))
}

/// A file that is being read.
struct List<'a> {
    file: &'a Rc<str>,
    text: &'a str,
    locale: &'a str,
}

impl List<'_> {
    /// The line of a part of the text.
    fn place(&self, part: &RawValue) -> Place {
        let at = (part.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let before = self.text.get(..at).unwrap_or_default();
        Place::new(self.file, before.matches('\n').count() + 1)
    }

    /// An error under its code, which is empty where it is an element of a list. Beside an object, it may be
    /// its message alone, or its status.
    fn entry(&self, code: &str, value: &RawValue, imported: &mut Imported) {
        let place = self.place(value);
        let mut row = Row::new(code, &place, self.locale);
        match serde_json::from_str(value.get()) {
            Ok(Value::Object(_)) => {
                let Ok(Members(members)) = serde_json::from_str(value.get()) else { return };
                let (first, then): (Vec<_>, Vec<_>) =
                    members.into_iter().partition(|(name, _)| key(name) == Some(Key::Locale));
                for (name, value) in first.into_iter().chain(then) {
                    self.member(&mut row, &name, value, imported);
                }
            }
            Ok(Value::String(message)) if !code.is_empty() => {
                row.set(&Key::Text("message", None), &message, imported);
            }
            Ok(Value::Number(status)) if !code.is_empty() => {
                row.set(&Key::Status, &status.to_string(), imported);
            }
            _ => return imported.note(&place, format!("this is no error: {}", value.get())),
        }
        row.finish(imported);
    }

    fn member(&self, row: &mut Row, name: &str, value: &RawValue, imported: &mut Imported) {
        let place = self.place(value);
        let value: Value = serde_json::from_str(value.get()).unwrap_or_default();
        match (key(name), value) {
            (Some(Key::Text(text, None)), Value::Object(versions)) => {
                for (locale, version) in versions {
                    let Value::String(version) = version else {
                        imported.note(&place, format!("this `{text}` is no text: {version}"));
                        continue;
                    };
                    row.set(&Key::Text(text, Some(locale)), &version, imported);
                }
            }
            (Some(Key::Assumed), Value::Array(words)) => {
                let words: Vec<_> = words.iter().filter_map(Value::as_str).collect();
                row.set(&Key::Assumed, &words.join(","), imported);
            }
            (_, Value::Null) => {}
            (Some(key), Value::String(value)) => row.set(&key, &value, imported),
            (Some(key), value @ (Value::Number(_) | Value::Bool(_))) => {
                row.set(&key, &value.to_string(), imported);
            }
            (_, value) => {
                imported.note(&place, format!("a catalog has no place for `{name}`: {value}"));
            }
        }
    }
}

/// The members of an object in their order, one that is there twice included.
struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'t> Visitor<'t> for InOrder {
    type Value = Members<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of errors by code")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
