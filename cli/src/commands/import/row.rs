//! Keys and values, as lists of errors have them: `code`, `status`, `message`, `message.fr`, `action`, …

use api_error_catalog_core::template::escape;

use super::imported::{Imported, ImportedEntry, Place, STRINGS, TEXTS};
use super::placeholders;

/// What a key of a list is in a catalog.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Key {
    Name,
    Code,
    Status,
    /// The locale of the texts beside it.
    Locale,
    Retired,
    Assumed,
    /// A text, in a locale or in the one that is not named.
    Text(&'static str, Option<String>),
    String(&'static str),
}

/// Finds what a key means; `None` where it is nothing that a catalog has.
pub(super) fn key(written: &str) -> Option<Key> {
    let lower = written.trim().to_lowercase().replace([' ', '-'], "_");
    Some(match &*lower {
        "name" => Key::Name,
        "code" | "error_code" | "errorcode" => Key::Code,
        "status" | "http_status" | "status_code" | "statuscode" | "http" => Key::Status,
        "locale" | "language" => Key::Locale,
        "retired" => Key::Retired,
        "assumed" => Key::Assumed,
        _ => {
            let (text, locale) = match written.trim().split_once('.') {
                Some((text, locale)) => {
                    (text.trim().to_lowercase(), Some(locale.trim().to_owned()))
                }
                None => (lower.clone(), None),
            };
            let text = if text == "msg" || text == "text" { "message".to_owned() } else { text };
            let named = |key: &&&str| ***key == *text;
            match (TEXTS.iter().find(named), STRINGS.iter().find(named)) {
                (Some(key), _) => Key::Text(key, locale),
                (None, Some(key)) if locale.is_none() => Key::String(key),
                _ => return None,
            }
        }
    })
}

/// An entry that is read key by key.
#[derive(Debug)]
pub(super) struct Row {
    entry: ImportedEntry,
    /// The locale of the texts whose keys name none.
    locale: String,
}

impl Row {
    pub(super) fn new(code: &str, place: &Place, locale: &str) -> Self {
        Self { entry: ImportedEntry::new(code.trim(), place.clone()), locale: locale.to_owned() }
    }

    /// Takes a value. Empty ones are none. A locale counts for the texts that come behind it.
    pub(super) fn set(&mut self, key: &Key, value: &str, imported: &mut Imported) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let place = self.entry.place.clone();
        match key {
            Key::Name => self.entry.name = Some(value.to_owned()),
            Key::Code => value.clone_into(&mut self.entry.code),
            Key::Locale => value.clone_into(&mut self.locale),
            Key::Status => match value.parse() {
                Ok(status @ 100..=599) => self.entry.status = Some(status),
                _ => imported.note(&place, format!("`{value}` is no HTTP status")),
            },
            Key::Retired => self.entry.is_retired = matches!(value, "true" | "1" | "yes"),
            Key::Assumed => {
                let known = TEXTS.iter().chain(&STRINGS).chain(&["code", "status", "parent"]);
                let known: Vec<_> =
                    known.copied().filter(|k| !matches!(*k, "variant" | "type")).collect();
                let words = value.split([',', ' ', ';']).filter(|word| !word.is_empty());
                for word in words {
                    match known.iter().find(|known| **known == word) {
                        Some(known) => self.entry.assumed.push(known),
                        None => imported.note(&place, format!("`{word}` cannot be assumed")),
                    }
                }
            }
            Key::Text("message", locale) => {
                let converted = placeholders::template(value);
                for (written, placeholder) in &converted.changes {
                    imported.note(&place, format!("`{written}` became `{placeholder}`: {value}"));
                }
                let locale = locale.as_deref().unwrap_or(&self.locale);
                self.entry.set_text("message", locale, converted.template);
            }
            Key::Text(key, locale) => {
                let locale = locale.as_deref().unwrap_or(&self.locale);
                self.entry.set_text(key, locale, escape(value));
            }
            Key::String(key) => match words(key) {
                [] => {
                    self.entry.strings.insert(key, value.to_owned());
                }
                words if words.contains(&value) => {
                    self.entry.strings.insert(key, value.to_owned());
                }
                words => {
                    let words = words.join("`, `");
                    imported
                        .note(&place, format!("`{key}` is one of `{words}`, and not `{value}`"));
                }
            },
        }
    }

    /// Hands the entry over, if it has a code or a name.
    pub(super) fn finish(mut self, imported: &mut Imported) {
        let place = self.entry.place.clone();
        if self.entry.code.is_empty() {
            match self.entry.name.take() {
                Some(name) => self.entry.code = name,
                None => {
                    return imported.note(&place, "there is no code, and nothing is carried over");
                }
            }
        }
        self.entry.name = self.entry.name.filter(|name| *name != self.entry.code);
        imported.entries.push(self.entry);
    }
}

/// The words that a key can have; none where it can have any.
fn words(key: &str) -> &'static [&'static str] {
    match key {
        "retry" => &["never", "after-change", "after-delay"],
        "actor" => &["developer", "user", "operator", "nobody"],
        "effect" => &["none", "unknown", "done"],
        _ => &[],
    }
}
