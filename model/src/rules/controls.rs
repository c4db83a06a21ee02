//! Control characters in names.

use super::check::Check;
use crate::control::{self, Allowed};
use crate::source::Spanned;

/// Names are one line. The texts have a rule of their own, and the strings of the shape are checked
/// where they are read, as the shape keeps no places.
pub(super) fn no_name_has_control_characters(check: &mut Check<'_>) {
    let document = check.document;
    let mut names: Vec<(&str, &Spanned<String>)> = Vec::new();
    names.extend(document.header.name.iter().map(|name| ("name", name)));
    names.extend(document.header.version.iter().map(|version| ("version", version)));
    names.extend(document.header.docs.iter().map(|docs| ("link", docs)));
    names.extend(document.statuses.iter().filter_map(|row| Some(("code", row.code.as_ref()?))));
    for code in &document.codes {
        names.push(("code", &code.code));
        names.extend(code.aliases.iter().map(|alias| ("alias", alias)));
    }
    for facts in check.facts {
        names.extend(facts.variant.iter().map(|variant| ("variant", variant)));
        names.extend(facts.docs.iter().map(|docs| ("link", docs)));
    }
    for (what, name) in names {
        let diagnostic =
            control::diagnostic(what, &name.value, name.span, check.sources, Allowed::Nothing);
        if let Some(diagnostic) = diagnostic {
            check.diagnostics.add(diagnostic);
        }
    }
}
