//! Names, codes and aliases: distinct names, not too long, not too many, and integers where the body needs
//! them.

use std::collections::HashMap;

use api_error_catalog_core::builder::MOST_ENTRIES;
use api_error_catalog_core::json;
use api_error_catalog_core::lookup::LONGEST_NAME;
use api_error_catalog_core::slot::{SlotDef, SlotSource, SlotType};

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::entries::VariantEntry;
use crate::finding::Subject;
use crate::source::{Span, Spanned};

/// Names of status rows and of `[code]`: a name means one entry.
pub(super) fn names_are_distinct(check: &mut Check<'_>) {
    let mut first = HashMap::with_capacity(check.variants.len());
    for VariantEntry { name, code, .. } in check.variants {
        let Some(first) = first.get(&*name.value).copied() else {
            first.insert(&*name.value, name.span);
            continue;
        };
        // No file has a table twice, so that one of the two is a status row.
        check.diagnostics.add(
            Diagnostic::error(name.span, format!("there are two entries `{}`", name.value))
                .label("again here")
                .other(first, "first here")
                .help(format!(
                    "a status row is named by its code; write this one as `[code.some-name]` with `code = \"{}\"`",
                    code.value
                )),
        );
    }
}

pub(super) fn no_code_and_no_name_is_empty(check: &mut Check<'_>) {
    for (_, span) in codes_and_aliases(check).filter(|(code, _)| code.is_empty()) {
        check.diagnostics.add(
            Diagnostic::error(span, "this code is empty")
                .help("write the code as it travels, such as `[code.not-found]`")
                .explains(Subject::Variant(span)),
        );
    }
    for (_, span) in names_apart(check).filter(|(name, _)| name.is_empty()) {
        check.diagnostics.add(
            Diagnostic::error(span, "this name is empty")
                .help("write the name of the entry, such as `[code.not-found]`")
                .explains(Subject::Variant(span)),
        );
    }
}

/// An alias that the code is read as anyway.
pub(super) fn aliases_are_other_spellings(check: &mut Check<'_>) {
    for code in &check.document.codes {
        let mut first = HashMap::new();
        first.insert(code.effective_code().value.as_str(), code.effective_code().span);
        // Empty ones are another rule's.
        for alias in code.aliases.iter().filter(|alias| !alias.value.is_empty()) {
            let Some(first) = first.insert(&alias.value, alias.span) else { continue };
            check.diagnostics.add(
                Diagnostic::error(
                    alias.span,
                    format!("this entry is read as `{}` already", alias.value),
                )
                .label("again here")
                .other(first, "first here")
                .help("leave it out here"),
            );
        }
    }
}

/// What is read as a code, and where it stands.
fn codes_and_aliases<'c>(check: &Check<'c>) -> impl Iterator<Item = (&'c str, Span)> + use<'c> {
    let variants = check.variants.iter().map(|variant| (&*variant.code.value, variant.code.span));
    let aliases = check.document.codes.iter().flat_map(|code| &code.aliases);
    variants.chain(aliases.map(|alias| (alias.value.as_str(), alias.span)))
}

/// Names that are no codes, and where they stand.
fn names_apart<'c>(check: &Check<'c>) -> impl Iterator<Item = (&'c str, Span)> + use<'c> {
    let codes = check.document.codes.iter().filter(|code| code.code.is_some());
    codes.map(|code| (code.name.value.as_str(), code.name.span))
}

/// Codes are short; one that is not is a text in the wrong place.
pub(super) fn names_are_short(check: &mut Check<'_>) {
    let types = check.facts.iter().filter_map(|facts| facts.problem_type.as_ref());
    let types = types.map(|uri| (uri.value.as_str(), uri.span));
    for (name, span) in codes_and_aliases(check).chain(names_apart(check)).chain(types) {
        if name.len() > LONGEST_NAME {
            check.diagnostics.add(
                Diagnostic::error(
                    span,
                    format!("this name has {} bytes, and the most is {LONGEST_NAME}", name.len()),
                )
                .help("shorten it; texts belong in `message` or `description`"),
            );
        }
    }
}

/// The tables count codes in 16 bits, and keep one value for "none".
pub(super) fn codes_are_countable(check: &mut Check<'_>) {
    if let Some(code) = check.variants.get(MOST_ENTRIES) {
        let count = check.variants.len();
        check.diagnostics.add(
            Diagnostic::error(
                code.name.span,
                format!("the catalog has {count} codes, and the most is {MOST_ENTRIES}"),
            )
            .help("split it into several catalogs"),
        );
    }
}

pub(super) fn codes_are_numbers_where_the_body_has_numbers(check: &mut Check<'_>) {
    let slots = check.document.body.iter().flat_map(|body| &body.slots);
    let is_number = |slot: &&Spanned<SlotDef>| {
        slot.value.source == SlotSource::Code
            && matches!(slot.value.slot_type, SlotType::Integer | SlotType::Number)
    };
    for slot in slots.filter(is_number) {
        let stands_in = |variant: &&VariantEntry<'_>| {
            let depth = check.inheritance.lineage(variant.entry).len();
            slot.value.level == 0 || usize::from(slot.value.level) == depth
        };
        let (numbers, others): (Vec<_>, Vec<_>) = check
            .variants
            .iter()
            .filter(stands_in)
            .partition(|variant| is_integer_code(&variant.code.value));
        let Some(first) = others.first() else { continue };
        let help = "leave the slot’s `type` out, or write all codes as JSON writes integers, such as `404`";
        let errors: Vec<_> = if others.len() > numbers.len() && others.len() > 1 {
            // It is the slot that is wrong.
            let message = format!("{} codes are no integers in JSON", others.len());
            vec![Diagnostic::error(slot.span, message).other(first.code.span, "this is the first")]
        } else {
            let error = |variant: &&VariantEntry<'_>| {
                let message = format!("the code `{}` is no integer in JSON", variant.code.value);
                Diagnostic::error(variant.code.span, message)
                    .other(slot.span, "the body has codes as numbers")
            };
            others.iter().map(error).collect()
        };
        for error in errors {
            let error = error.help(help).rests_on(Subject::SlotType(slot.span));
            check.diagnostics.add(error.rests_on(Subject::SlotIsString(slot.span)));
        }
    }
}

/// Whether a code is a JSON integer that every reader can count to: `007` or `+5` would come back as
/// another code, or as none.
fn is_integer_code(code: &str) -> bool {
    json::is_integer(code) && (code.parse::<i64>().is_ok() || code.parse::<u64>().is_ok())
}
