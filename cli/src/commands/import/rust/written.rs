//! The enums as they are with the derive.

use std::collections::BTreeSet;

use api_error_catalog_core::template;
use api_error_catalog_model::variant_name;

use super::RustErrors;
use super::enums::{Cause, ErrorEnum, ErrorField, ErrorVariant};
use super::uses::Use;
use crate::commands::import::imported::{Imported, ImportedEntry};
use crate::failure::Failure;

impl RustErrors {
    /// A file with the enums. The catalog is at a path from the folder of `Cargo.toml`; its entries are settled.
    /// What a person still has to do is noted.
    ///
    /// # Errors
    ///
    /// Where there are several enums that no other holds: each has a catalog of its own.
    pub(in super::super) fn text(
        &self,
        catalog: &str,
        imported: &mut Imported,
    ) -> Result<String, Failure> {
        let owner = self.owner()?;
        let mut out = String::new();
        for path in self.needed_uses() {
            out.push_str(&format!("use {path};\n"));
        }
        for one in &self.enums {
            for place in &one.mappings {
                let message =
                    "the catalog has what this `match` says: delete it, with its function";
                imported.note(place, message);
            }
            let of = if one.name == owner.name {
                String::new()
            } else {
                format!(", of = {}Code", owner.name)
            };
            let attribute = format!("#[catalog({catalog:?}{of})]\n");
            out.push('\n');
            for attribute in &one.attributes {
                out.push_str(&format!("{attribute}\n"));
            }
            let derives = one.derives.iter().map(|derive| format!("{derive}, "));
            out.push_str(&format!("#[derive({}ApiErrorCatalog)]\n", derives.collect::<String>()));
            out.push_str(&format!("{attribute}{} {{\n", one.head));
            for variant in &one.variants {
                for line in self.variant(variant, imported) {
                    out.push_str(&format!("    {line}\n"));
                }
            }
            out.push_str("}\n");
        }
        Ok(out)
    }

    /// The enum whose catalog it is: the others are held by it, or by those that it holds.
    fn owner(&self) -> Result<&ErrorEnum, Failure> {
        let held: BTreeSet<_> = self
            .enums
            .iter()
            .flat_map(|one| one.variants.iter().filter(|variant| self.hands_on(variant)))
            .filter_map(|variant| variant.fields.first()?.type_name.as_deref())
            .collect();
        let mut owners = self.enums.iter().filter(|one| !held.contains(&*one.name));
        match (owners.next(), owners.next()) {
            (Some(owner), None) => Ok(owner),
            (Some(first), Some(second)) => Err(Failure::new(format!(
                "`{}` and `{}` are errors of their own: import them one by one",
                first.name, second.name
            ))),
            _ => Err(Failure::new("the enums hold each other: import them one by one")),
        }
    }

    /// The paths that the types of fields are called by.
    fn needed_uses(&self) -> BTreeSet<&str> {
        let own = |name: &str| self.enums.iter().any(|one| one.name == name);
        let fields = || {
            let variants = self.enums.iter().flat_map(|one| &one.variants);
            variants.flat_map(|variant| &variant.fields)
        };
        let is_needed = |one: &Use| {
            fields().any(|field| begins_path(&field.type_text, &one.name))
                || self.enums.iter().any(|each| begins_path(&each.head, &one.name))
        };
        // A crate is in scope without, whatever else of its name comes from it.
        let is_crate = |one: &Use| one.path == format!("{0}::{0}", one.name);
        let uses =
            self.uses.iter().filter(|one| !own(&one.name) && !is_crate(one) && is_needed(one));
        let paths = uses.map(|one| one.path.as_str());
        paths.chain(["api_error_catalog::ApiErrorCatalog"]).collect()
    }

    /// The lines of a variant.
    fn variant(&self, variant: &ErrorVariant, imported: &mut Imported) -> Vec<String> {
        let mut lines = variant.attributes.clone();
        if self.hands_on(variant) {
            lines.push("#[catalog(transparent)]".to_owned());
            // It stands in the same file now, whatever its module was.
            let held = variant.fields.first().and_then(|field| field.type_name.as_deref());
            lines.extend(tuple(variant, held));
            return lines;
        }
        let Some(entry) = entry_of(variant, imported).cloned() else { return lines };
        if made_variant(&entry).as_ref() != Some(&variant.name) {
            lines.push(format!("#[catalog(code = {:?})]", entry.name()));
        }
        let message = entry.texts.get("message").and_then(|versions| versions.values().next());
        let message = message.map(String::as_str).unwrap_or_default();
        let parameters: BTreeSet<_> = template::placeholders(message).collect();
        match &variant.fields[..] {
            [] if parameters.is_empty() => lines.push(format!("{},", variant.name)),
            [field]
                if parameters.is_empty() && field.cause.is_some() && field.written.is_none() =>
            {
                lines.extend(tuple(variant, None));
            }
            fields => {
                lines.push(format!("{} {{", variant.name));
                for line in fields.iter().flat_map(|field| field_lines(field, &parameters, fields))
                {
                    lines.push(format!("    {line}"));
                }
                for parameter in parameters.iter().filter(|name| variant.field(name).is_none()) {
                    lines.push(format!("    {parameter}: String,"));
                }
                lines.push("},".to_owned());
                note_changes(variant, &parameters, imported);
            }
        }
        lines
    }
}

/// Whether a type has a path in it that begins with a name.
fn begins_path(text: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let (before, behind) = (&text[..at], &text[at + name.len()..]);
        !before.ends_with(|c| is_word(c) || c == ':') && !behind.starts_with(is_word)
    })
}

/// What a person has to change where the variant is made.
fn note_changes(variant: &ErrorVariant, parameters: &BTreeSet<&str>, imported: &mut Imported) {
    let ErrorVariant { name, place, fields, .. } = variant;
    if fields.iter().any(|field| field.written.is_none()) {
        let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
        let names = names.join(", ");
        imported.note(place, format!("`{name}(…)` is `{name} {{ {names} }}` now"));
    }
    for field in fields {
        if let Some(written) = field.written.as_ref().filter(|written| **written != field.name) {
            let message = format!("the field `{written}` of `{name}` is `{}` now", field.name);
            imported.note(place, message);
        }
    }
    for parameter in parameters.iter().filter(|parameter| variant.field(parameter).is_none()) {
        let message =
            format!("`{name}` has a new field `{parameter}`: fill it where the error is made");
        imported.note(place, message);
    }
}

/// `Db(#[source] DbError),`, the type by another name where there is one.
fn tuple(variant: &ErrorVariant, type_name: Option<&str>) -> Option<String> {
    let field = variant.fields.first()?;
    let cause = match field.cause {
        Some(Cause::From) => "#[from] ",
        Some(Cause::Source) => "#[source] ",
        None => "",
    };
    let attributes: String = field.attributes.iter().map(|one| one.clone() + " ").collect();
    let of_type = type_name.unwrap_or(&field.type_text);
    Some(format!("{}({attributes}{cause}{of_type}),", variant.name))
}

fn field_lines(field: &ErrorField, parameters: &BTreeSet<&str>, all: &[ErrorField]) -> Vec<String> {
    let attribute = match field.cause {
        Some(Cause::From) if all.len() == 1 => Some("#[from]"),
        Some(_) => Some("#[source]"),
        None if !parameters.contains(&*field.name) => Some("#[catalog(private)]"),
        None if field.is_debug => Some("#[catalog(display = \"debug\")]"),
        None => None,
    };
    let attributes = field.attributes.iter().cloned().chain(attribute.map(str::to_owned));
    attributes.chain([format!("{}: {},", field.name, field.type_text)]).collect()
}

/// The entry that a variant stands for.
fn entry_of<'i>(variant: &ErrorVariant, imported: &'i Imported) -> Option<&'i ImportedEntry> {
    let name = variant.entry.as_ref()?;
    imported.entries.iter().find(|entry| entry.name() == name)
}

/// The variant of the code enum that an entry makes.
fn made_variant(entry: &ImportedEntry) -> Option<String> {
    entry.strings.get("variant").cloned().or_else(|| variant_name(entry.name()))
}
