//! Translations, from a PO file into the catalog that it was exported from.

mod edit;
mod parse;

use std::collections::{BTreeMap, BTreeSet};

use api_error_catalog_core::template::{TemplatePart, parts};
use api_error_catalog_model::{Disk, Reading, Side, read};
use toml_edit::DocumentMut;

use self::parse::Message;
use super::translations::{LeftOut, Translated};
use crate::catalogs::{CatalogText, texts};
use crate::failure::Failure;

/// Brings the translations of a PO file into a catalog.
///
/// # Errors
///
/// Where the file is no PO file, does not say which language it is in, or is of one that the catalog does not
/// have; where the catalog is no TOML.
pub(super) fn import(file: &str, po: &str, path: &str) -> Result<Translated, Failure> {
    let messages = parse::parse(po)
        .map_err(|line| Failure::new(format!("`{file}`, line {line}, is no PO")))?;
    let catalog =
        std::fs::read_to_string(path).map_err(|error| Failure::of_file(path, "read", &error))?;
    let mut edited: DocumentMut = catalog
        .parse()
        .map_err(|_| Failure::new(format!("`{path}` is no TOML that can be changed")))?;
    let reading = read(&Disk::new(""), path, Side::Client);
    let document = reading.document();
    let locales: Vec<_> = document.header.locales.iter().map(|tag| tag.value.as_str()).collect();
    let language = language(&messages)
        .ok_or_else(|| Failure::new(format!("`{file}` has no `Language` in its header")))?;
    // gettext has an underscore there.
    let tag = language.replace('_', "-");
    let number = locales.iter().position(|known| known.eq_ignore_ascii_case(&tag));
    let (number, locale) = match number {
        Some(0) => {
            return Err(Failure::new(format!("`{tag}` is the locale that is translated from")));
        }
        Some(number) => (number, locales[number]),
        None => return Err(Failure::new(format!("`{path}` does not list the locale `{tag}`"))),
    };
    let known: BTreeMap<_, _> =
        texts(document).into_iter().map(|text| (text.key(), text)).collect();
    let default = locales[0];
    let mut imported = Translated { catalog: String::new(), carried: 0, left_out: Vec::new() };
    for message in messages.iter().filter(|message| !message.is_header()) {
        let key = message.context.as_deref().unwrap_or(&message.id);
        let carried = translated(message, &known, number).and_then(|found| match found {
            None => Ok(false),
            Some(text) if !is_own(&reading, text) => {
                Err("it stands in another file, which this catalog extends".to_owned())
            }
            Some(text) => edit::set(&mut edited, &text.path, default, locale, &message.text)
                .map(|()| true)
                .ok_or_else(|| "its place in the catalog is not found".to_owned()),
        });
        match carried {
            Ok(is_new) => imported.carried += usize::from(is_new),
            Err(why) => {
                imported.left_out.push(LeftOut { line: message.line, what: key.to_owned(), why });
            }
        }
    }
    imported.catalog = edited.to_string();
    Ok(imported)
}

/// Whether a text stands in the named file itself.
fn is_own(reading: &Reading, text: &CatalogText<'_>) -> bool {
    let named = reading.sources.iter().next();
    named.is_some_and(|named| std::ptr::eq(named, reading.sources.get(text.text.span.file)))
}

/// The language that the header names.
fn language(messages: &[Message]) -> Option<String> {
    let header = messages.iter().find(|message| message.is_header())?;
    let language = header.text.lines().find_map(|line| line.strip_prefix("Language:"))?.trim();
    (!language.is_empty()).then(|| language.to_owned())
}

/// The text that a message translates; `None` where the catalog has that translation already.
///
/// # Errors
///
/// Why the message cannot be carried over.
fn translated<'k, 'd>(
    message: &Message,
    known: &'k BTreeMap<String, CatalogText<'d>>,
    number: usize,
) -> Result<Option<&'k CatalogText<'d>>, String> {
    let context = message.context.as_ref().ok_or("it has no context")?;
    let text = known.get(context).ok_or("the catalog has no such text")?;
    if message.is_plural {
        return Err("it has plural forms".to_owned());
    }
    let version =
        |number: usize| text.text.versions.get(number)?.as_ref().map(|v| v.value.as_str());
    if version(0) != Some(&*message.id) {
        return Err("the text has changed since it was exported".to_owned());
    }
    if message.is_fuzzy {
        return Err("it is fuzzy".to_owned());
    }
    if message.text.is_empty() {
        return Err("it is not translated".to_owned());
    }
    if context.ends_with(".message") {
        let (some, others) = (placeholders(&message.id)?, placeholders(&message.text)?);
        if let Some(name) = some.symmetric_difference(&others).next() {
            return Err(format!("only one of the two has {{{name}}}"));
        }
    }
    Ok((version(number) != Some(&*message.text)).then_some(text))
}

fn placeholders(text: &str) -> Result<BTreeSet<&str>, String> {
    let parts = parts(text).map_err(|_| "it has a brace without its counterpart")?;
    let names = parts.into_iter().filter_map(|part| match part {
        TemplatePart::Placeholder { name, .. } => Some(name),
        TemplatePart::Text(_) => None,
    });
    Ok(names.collect())
}
