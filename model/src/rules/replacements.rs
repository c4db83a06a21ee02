//! `replaced_by`: what is sent instead of a retired code.

use std::collections::HashMap;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::finding::Subject;
use crate::suggestion::Suggestions;

pub(super) fn only_retired_codes_are_replaced(check: &mut Check<'_>) {
    for code in check.document.codes.iter().filter(|code| code.retired.is_none()) {
        if let Some(replacement) = &code.replaced_by {
            check.diagnostics.add(
                Diagnostic::error(
                    replacement.span,
                    format!("`{}` is replaced, and not retired", code.name.value),
                )
                .help("add `retired = true`: it is read then, and not sent any more")
                .rests_on(Subject::Contents(code.name.span)),
            );
        }
    }
}

pub(super) fn replacements_exist(check: &mut Check<'_>) {
    let replacements = check.document.codes.iter().filter_map(|code| code.replaced_by.as_ref());
    let unknown: Vec<_> =
        replacements.filter(|name| check.inheritance.number(&name.value).is_none()).collect();
    if unknown.is_empty() {
        return;
    }
    let names = check.variants.iter().map(|variant| &*variant.name.value);
    let mut suggestions = Suggestions::new(names);
    for replacement in unknown {
        let name = &replacement.value;
        let error = Diagnostic::error(replacement.span, format!("there is no code `{name}`"));
        let help = || format!("add `[code.{name}]`, or leave `replaced_by` out");
        let error = error.meant_or(suggestions.nearest(name), help);
        check.diagnostics.add(error.rests_on(Subject::Entries));
    }
}

pub(super) fn replacements_are_sent(check: &mut Check<'_>) {
    let codes = &check.document.codes;
    let retired: HashMap<_, _> =
        codes.iter().filter_map(|code| Some((&code.name.value, code.retired?))).collect();
    for code in codes {
        let Some(replacement) = &code.replaced_by else { continue };
        let name = &replacement.value;
        let Some(place) = retired.get(name) else { continue };
        let message = format!("`{name}` is retired, and not sent either");
        let error = Diagnostic::error(replacement.span, message);
        let is_itself = *name == code.name.value;
        let error = if is_itself {
            error
        } else {
            error.other(*place, "since it is retired, it is not sent")
        };
        check.diagnostics.add(error.help("name the code that is sent now"));
    }
}
