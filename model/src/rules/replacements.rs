//! `replaced_by`: what is sent instead of a retired code.

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::document::CodeTable;
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

pub(super) fn replacements_are_sent(check: &mut Check<'_>) {
    let names = check.variants.iter().map(|variant| &*variant.name.value);
    let mut suggestions = Suggestions::new(names);
    for code in &check.document.codes {
        let Some(replacement) = &code.replaced_by else { continue };
        let name = &replacement.value;
        if check.inheritance.number(name).is_none() {
            let error = Diagnostic::error(replacement.span, format!("there is no code `{name}`"));
            let help = || format!("add `[code.{name}]`, or leave `replaced_by` out");
            let error = error.meant_or(suggestions.nearest(name), help);
            check.diagnostics.add(error.rests_on(Subject::Entries));
        } else if let Some(retired) = retired(check, name) {
            let message = format!("`{name}` is retired, and not sent either");
            let error = Diagnostic::error(replacement.span, message);
            let error = match retired.retired.filter(|_| retired.name.value != code.name.value) {
                Some(place) => error.other(place, "since it is retired, it is not sent"),
                None => error,
            };
            check.diagnostics.add(error.help("name the code that is sent now"));
        }
    }
}

fn retired<'c>(check: &Check<'c>, name: &str) -> Option<&'c CodeTable> {
    let mut retired = check.document.codes.iter().filter(|code| code.retired.is_some());
    retired.find(|code| code.name.value == name)
}
