//! The names of variants.

use std::collections::HashMap;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::entries::VariantEntry;
use crate::source::Span;
use crate::variant::Unfit;

pub(super) fn names_are_identifiers(check: &mut Check<'_>) {
    for variant in check.variants {
        let Some(unfit) = variant.unfit else { continue };
        let name = &variant.name;
        let is_chosen = variant.entry.facts().variant.is_some();
        // Control characters are another rule's.
        if is_chosen && name.value.contains(char::is_control) {
            continue;
        }
        let reason = match unfit {
            Unfit::NoIdentifier => "is no Rust identifier",
            Unfit::Keyword => "is a keyword of Rust",
            Unfit::Prelude => "is a name that every Rust file knows already",
        };
        let message = if is_chosen {
            format!("`{}` {reason}", name.value)
        } else if name.value.is_empty() {
            format!("the code `{}` makes no variant", variant.code.value)
        } else {
            format!("the code `{}` makes no variant: `{}` {reason}", variant.code.value, name.value)
        };
        let meant = crate::variant::name(&name.value);
        let help = if !is_chosen {
            "name the variant in the entry: `variant = \"InvalidInput\"`".to_owned()
        } else if crate::variant::unfit(&meant).is_none() {
            format!("did you mean `{meant}`?")
        } else {
            "a variant is named like a type, such as `InvalidInput`".to_owned()
        };
        check.diagnostics.add(Diagnostic::error(name.span, message).help(help));
    }
}

pub(super) fn names_are_distinct(check: &mut Check<'_>) {
    let mut first: HashMap<&str, (&str, Span, usize)> =
        HashMap::with_capacity(check.variants.len());
    for VariantEntry { name, code, unfit, .. } in check.variants {
        // A name that no variant can have, and the same code twice, are other rules' diagnostics.
        if unfit.is_some() {
            continue;
        }
        match first.get_mut(&*name.value) {
            Some((first_code, first_span, count)) if **first_code != *code.value => {
                *count += 1;
                check.diagnostics.add(
                    Diagnostic::error(
                        name.span,
                        format!(
                            "`{first_code}` and `{}` both become the variant `{}`",
                            code.value, name.value
                        ),
                    )
                    .label("this one")
                    .other(*first_span, "and this one")
                    .help(format!("name one of them: `variant = \"{}{count}\"`", name.value)),
                );
            }
            Some(_) => {}
            None => {
                first.insert(&name.value, (&*code.value, name.span, 1));
            }
        }
    }
}
