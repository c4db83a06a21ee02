use std::collections::HashMap;

use super::Check;
use crate::finding::Finding;
use crate::variant::{Unfit, unfit};

pub(super) fn names_are_identifiers(check: &mut Check<'_>) {
    for variant in check.draft.variants() {
        let name = variant.name();
        let Some(unfit) = unfit(&name.value) else { continue };
        let reason = match unfit {
            Unfit::NoIdentifier => "is no Rust identifier",
            Unfit::Keyword => "is a keyword of Rust",
            Unfit::Prelude => "is a name that every Rust file knows already",
        };
        let message = match &variant.facts.variant {
            Some(_) => format!("`{}` {reason}", name.value),
            None if name.value.is_empty() => {
                format!("the code `{}` makes no variant", variant.code.value)
            }
            None => format!(
                "the code `{}` makes no variant: `{}` {reason}",
                variant.code.value, name.value
            ),
        };
        let meant = crate::variant::name(&name.value);
        let help = match &variant.facts.variant {
            Some(_) if crate::variant::unfit(&meant).is_none() => {
                format!("did you mean `{meant}`?")
            }
            Some(_) => "a variant is named like a type, such as `InvalidInput`".to_owned(),
            None => "name the variant in the entry: `variant = \"InvalidInput\"`".to_owned(),
        };
        check.findings.add(Finding::error(name.span, message).help(help));
    }
}

pub(super) fn names_are_distinct(check: &mut Check<'_>) {
    let mut first: HashMap<String, _> = HashMap::new();
    for variant in check.draft.variants() {
        let name = variant.name();
        let code = variant.code;
        // A name that no variant can have, and the same code twice, are other rules' findings.
        if unfit(&name.value).is_some() {
            continue;
        }
        match first.get_mut(&name.value) {
            Some((first_code, first_span, count)) if *first_code != code.value => {
                *count += 1;
                check.findings.add(
                    Finding::error(
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
                first.insert(name.value, (code.value, name.span, 1));
            }
        }
    }
}
