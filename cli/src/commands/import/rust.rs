//! Error enums of thiserror, with the `match`es that map their variants to statuses and codes.

mod enums;
mod matches;
mod message;
mod names;
mod uses;
mod values;
mod written;

use std::rc::Rc;

use api_error_catalog_core::status::reason;
use api_error_catalog_model::variant_name;
use heck::ToKebabCase as _;

use self::enums::{ErrorEnum, ErrorVariant};
use self::message::Message;
use self::names::Names;
use self::uses::Use;
use super::imported::{Imported, ImportedEntry};
use super::settle::distinct;
use crate::failure::Failure;

/// The enums that were imported, to be written again with the derive.
#[derive(Debug, Default)]
pub(super) struct RustErrors {
    enums: Vec<ErrorEnum>,
    uses: Vec<Use>,
}

/// Reads the enums of files, each a path and its text.
///
/// # Errors
///
/// Where a file is not Rust, or none has an enum that derives `thiserror::Error`.
pub(super) fn read(
    files: &[(Rc<str>, String)],
    locale: &str,
    imported: &mut Imported,
) -> Result<RustErrors, Failure> {
    let mut errors = RustErrors::default();
    let mut parsed = Vec::new();
    for (file, text) in files {
        let syntax = syn::parse_file(text).map_err(|error| {
            let line = error.span().start().line;
            Failure::new(format!("`{file}` is no Rust: {error}, in line {line}"))
        })?;
        uses::find(&syntax.items, &mut errors.uses);
        enums::find(file, &syntax.items, &errors.uses, &mut errors.enums);
        parsed.push((file, syntax));
    }
    let names = Names::of(parsed.iter().map(|(_, syntax)| syntax));
    for (file, syntax) in &parsed {
        matches::read(file, syntax, &names, &mut errors.enums, imported);
    }
    errors.leave_out_inner_errors(imported);
    if errors.enums.is_empty() {
        let files: Vec<_> = files.iter().map(|(file, _)| &**file).collect();
        let files = files.join("`, `");
        return Err(Failure::new(format!("no enum derives `thiserror::Error` in `{files}`")));
    }
    errors.push_entries(locale, imported);
    Ok(errors)
}

impl RustErrors {
    /// Enums that nothing maps to statuses stay as they are, where others are mapped: they are errors inside
    /// of the service.
    fn leave_out_inner_errors(&mut self, imported: &mut Imported) {
        if self.enums.iter().all(|one| one.mappings.is_empty()) {
            return;
        }
        self.enums.retain(|one| {
            let is_mapped = !one.mappings.is_empty();
            if let (false, Some(first)) = (is_mapped, one.variants.first()) {
                let message = format!("nothing maps `{}` to statuses: it stays as it is", one.name);
                imported.note(&first.place, message);
            }
            is_mapped
        });
    }

    /// Whether a variant is an error of another enum that is imported.
    fn hands_on(&self, variant: &ErrorVariant) -> bool {
        let held = variant.fields.first().and_then(|field| field.type_name.as_ref());
        variant.is_transparent() && self.enums.iter().any(|one| Some(&one.name) == held)
    }
}

impl RustErrors {
    /// Makes the entries that the variants stand for. Those without a text of their own come last, so that they
    /// stand for another's where they have its code.
    fn push_entries(&mut self, locale: &str, imported: &mut Imported) {
        for has_text in [true, false] {
            for number in 0..self.enums.len() {
                for at in 0..self.enums[number].variants.len() {
                    let variant = &self.enums[number].variants[at];
                    if variant.has_text() == has_text && !self.hands_on(variant) {
                        let name = push_entry(variant, locale, imported);
                        self.enums[number].variants[at].entry = Some(name);
                    }
                }
            }
        }
        let place = |entry: &ImportedEntry| {
            let files = self.enums.iter().map(|one| &one.file);
            let file = files.into_iter().position(|file| *file == entry.place.file);
            (file, entry.place.line)
        };
        imported.entries.sort_by_key(place);
    }
}

impl ErrorVariant {
    fn has_text(&self) -> bool {
        matches!(&self.message, Message::Text { template, .. } if !template.is_empty())
    }

    /// The code that it is sent with, or the one that it is given here.
    fn code(&self) -> String {
        self.code.clone().unwrap_or_else(|| self.name.to_kebab_case())
    }
}

/// Makes the entry of a variant, unless there is one that says the same, and gives its name.
fn push_entry(variant: &ErrorVariant, locale: &str, imported: &mut Imported) -> String {
    let ErrorVariant { name, place, .. } = variant;
    let mut entry = ImportedEntry::new(variant.code(), place.clone());
    entry.status = variant.status;
    if variant.code.is_none() {
        imported.note(place, format!("`{name}` has no code; it is called `{}`", entry.code));
    }
    if let Message::Text { template, changes } = &variant.message {
        for (written, now) in changes {
            imported.note(place, format!("`{written}` of `{name}` became {now}"));
        }
        entry.set_text("message", locale, template.as_str());
    }
    let code = entry.code.clone();
    let has_code = |known: &&ImportedEntry| known.code == code;
    let says_same = |known: &&ImportedEntry| {
        known.status == entry.status && (!variant.has_text() || known.texts == entry.texts)
    };
    let same_code = imported.entries.iter().filter(has_code);
    if let Some(known) = same_code.clone().find(says_same) {
        let (known, text) = (known.name().to_owned(), known.texts.get("message").cloned());
        if !variant.has_text() {
            let text = text.into_iter().flat_map(std::collections::BTreeMap::into_values).next();
            let text = text.unwrap_or_default();
            imported.note(place, format!("`{name}` has no text of its own; it says `{text}` now"));
        }
        return known;
    }
    if !variant.has_text() {
        let phrase = variant.status.and_then(reason).unwrap_or("Something went wrong");
        entry.set_text("message", locale, format!("{phrase}."));
        entry.assumed.push("message");
        imported.note(place, format!("`{name}` has no text of its own; it says `{phrase}.` now"));
    }
    let first = imported.entries.iter().find(has_code).map(|known| known.place.clone());
    if first.is_some() || variant_name(&code).is_none() {
        let is_free = |name: &str| imported.entries.iter().all(|known| known.name() != name);
        entry.name = Some(distinct(&name.to_kebab_case(), "-", is_free));
    }
    let entry_name = entry.name().to_owned();
    if let Some(first) = first {
        let message = format!(
            "`{code}` is the code of {first} too, with another status or message; this is the entry `{entry_name}`"
        );
        imported.note(place, message);
    }
    imported.entries.push(entry);
    entry_name
}
