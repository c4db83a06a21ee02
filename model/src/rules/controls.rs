//! Control characters in names.

use super::check::Check;
use crate::control::{self, Allowed};
use crate::finding::Subject;
use crate::source::Spanned;

/// Names are one line. The texts have a rule of their own, and the strings of the shape are checked
/// where they are read, as the shape keeps no spans.
pub(super) fn no_name_has_control_characters(check: &mut Check<'_>) {
    let document = check.document;
    let header = &document.header;
    for (what, name) in
        [("name", &header.name), ("version", &header.version), ("link", &header.docs)]
    {
        one_line(check, what, name.as_ref());
    }
    if let Some(defaults) = &document.defaults {
        one_line(check, "prefix", defaults.variant_prefix.as_ref());
    }
    for (what, name) in document.names() {
        one_line(check, what, Some(name));
    }
    for facts in check.facts {
        one_line(check, "variant", facts.variant.as_ref());
        one_line(check, "link", facts.docs.as_ref());
    }
}

fn one_line(check: &mut Check<'_>, what: &str, name: Option<&Spanned<String>>) {
    let Some(Spanned { value, span }) = name else { return };
    let found = control::diagnostic(what, value, *span, check.sources, Allowed::Nothing);
    if let Some(diagnostic) = found {
        check.diagnostics.add(diagnostic.explains(Subject::Spelling(*span)));
    }
}
