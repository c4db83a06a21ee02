//! The names of variants.

use std::borrow::Cow;
use std::collections::HashMap;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::entries::{Entry, VariantEntry};
use crate::finding::Subject;
use crate::source::{Span, Spanned};
use crate::variant::{self, Unfit};

pub(super) fn the_prefix_begins_identifiers(check: &mut Check<'_>) {
    let defaults = check.document.defaults.as_ref();
    let Some(prefix) = defaults.and_then(|defaults| defaults.variant_prefix.as_ref()) else {
        return;
    };
    if variant::is_prefix(&prefix.value) {
        return;
    }
    let meant = variant::name(&prefix.value);
    let meant = if variant::is_prefix(&meant) { meant } else { "Api".to_owned() };
    check.diagnostics.add(
        Diagnostic::error(prefix.span, format!("no variant begins with `{}`", prefix.value))
            .help(format!("a variant is named like a type: `variant_prefix = \"{meant}\"`"))
            .rests_on(Subject::Spelling(prefix.span)),
    );
}

pub(super) fn names_are_identifiers(check: &mut Check<'_>) {
    for variant in check.variants {
        let Some(unfit) = variant.unfit else { continue };
        let name = &variant.variant;
        let is_chosen = variant.entry.facts().variant.is_some();
        let reason = match unfit {
            Unfit::NoIdentifier => "is no Rust identifier",
            Unfit::Keyword => "is a keyword of Rust",
            Unfit::Prelude => "is a name that every Rust file knows already",
        };
        let message = if is_chosen {
            format!("`{}` {reason}", name.value)
        } else if name.value.is_empty() {
            format!("the code `{}` makes no variant", variant.name.value)
        } else {
            format!("the code `{}` makes no variant: `{}` {reason}", variant.name.value, name.value)
        };
        let meant = variant::name(&name.value);
        let help = if !is_chosen {
            help_for_a_name(variant, unfit)
        } else if variant::unfit(&meant).is_none() {
            format!("did you mean `{meant}`?")
        } else {
            "a variant is named like a type, such as `InvalidInput`".to_owned()
        };
        let error = Diagnostic::error(name.span, message).help(help);
        let error = error.rests_on(Subject::Spelling(name.span));
        let error = error.rests_on(Subject::Variant(variant.name.span));
        check.diagnostics.add(if is_chosen {
            error
        } else {
            error.rests_on(Subject::VariantPrefix)
        });
    }
}

/// Variants that are named by the catalog, and what all others begin with.
pub(super) fn names_are_in_upper_camel_case(check: &mut Check<'_>) {
    let prefix = check.document.defaults.iter().filter_map(|d| d.variant_prefix.as_ref());
    let prefix = prefix.filter(|prefix| variant::is_prefix(&prefix.value));
    let chosen = check.variants.iter().filter(|variant| variant.unfit.is_none());
    let chosen = chosen.filter_map(|variant| variant.entry.facts().variant.as_ref());
    for name in prefix.chain(chosen) {
        let meant = variant::name(&name.value);
        if variant::is_upper_camel_case(&name.value) || variant::unfit(&meant).is_some() {
            continue;
        }
        let message = format!("`{}` is not in UpperCamelCase, as variants are", name.value);
        let warning = Diagnostic::warning(name.span, message).help(format!("write `{meant}`"));
        check.diagnostics.add(warning.replacement(meant));
    }
}

/// What to write where the name of an entry makes no variant.
fn help_for_a_name(variant: &VariantEntry<'_>, unfit: Unfit) -> String {
    let name = &variant.name.value;
    match variant.entry {
        Entry::Code(code) if code.code.is_none() && unfit == Unfit::NoIdentifier => format!(
            "name the entry apart from its code: `[code.invalid-input]` with `code = \"{name}\"`"
        ),
        _ => "name the variant in the entry: `variant = \"InvalidInput\"`".to_owned(),
    }
}

pub(super) fn names_are_distinct(check: &mut Check<'_>) {
    let mut first: HashMap<&str, (&Spanned<Cow<'_, str>>, Span, usize)> =
        HashMap::with_capacity(check.variants.len());
    for VariantEntry { name: entry, variant: name, unfit, .. } in check.variants {
        // A name that no variant can have, and the same name twice, are other rules' diagnostics.
        if unfit.is_some() {
            continue;
        }
        match first.get_mut(&*name.value) {
            Some((first_entry, first_span, count)) if first_entry.value != entry.value => {
                *count += 1;
                check.diagnostics.add(
                    Diagnostic::error(
                        name.span,
                        format!(
                            "`{}` and `{}` both become the variant `{}`",
                            first_entry.value, entry.value, name.value
                        ),
                    )
                    .label("this one")
                    .other(*first_span, "and this one")
                    .help(format!("name one of them: `variant = \"{}{count}\"`", name.value))
                    .rests_on(Subject::Variant(entry.span))
                    .rests_on(Subject::Variant(first_entry.span)),
                );
            }
            Some(_) => {}
            None => {
                first.insert(&name.value, (entry, name.span, 1));
            }
        }
    }
}
