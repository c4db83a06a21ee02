//! Blanks at the ends of names, and names of nothing else.

use super::check::Check;
use crate::diagnostic::{Diagnostic, Severity};
use crate::finding::Subject;
use crate::literal;
use crate::source::Spanned;

/// Nobody sees such a blank, and a code is compared byte by byte. One inside of a code is the API's.
pub(super) fn no_code_and_no_name_ends_with_a_blank(check: &mut Check<'_>) {
    let document = check.document;
    for (what, name) in [("name", &document.header.name), ("version", &document.header.version)] {
        let Some(name) = name else { continue };
        if name.value.is_empty() {
            let message = format!("this {what} is empty");
            let help = match what {
                "name" => "write a short name of the API, such as `my-api`",
                _ => "write the API’s version, such as `2026-01`, or leave the key out",
            };
            check.diagnostics.add(Diagnostic::warning(name.span, message).help(help));
        }
        report(check, Severity::Warning, what, name);
    }
    for (what, name) in document.names() {
        report(check, Severity::Error, what, name);
    }
}

/// Reports the blanks before a name, else those behind it.
fn report(check: &mut Check<'_>, severity: Severity, what: &str, name: &Spanned<String>) {
    let Spanned { value, span } = name;
    let is_plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_graphic);
    if is_plain(value.as_bytes().first()) && is_plain(value.as_bytes().last()) {
        return;
    }
    // Control characters are another rule's.
    let is_blank = |character: char| character.is_whitespace() && !character.is_control();
    let before = value.len() - value.trim_start_matches(is_blank).len();
    let end = value.trim_end_matches(is_blank).len();
    let (at, message) = if before == value.len() {
        (0..before, format!("this {what} has nothing but blanks"))
    } else if before > 0 {
        (0..before, format!("this {what} begins with a blank"))
    } else if end < value.len() {
        (end..value.len(), format!("this {what} ends with a blank"))
    } else {
        return;
    };
    let place = literal::place(check.sources, *span, at);
    let diagnostic = Diagnostic { severity, ..Diagnostic::error(place, message) };
    let diagnostic = match value.trim_matches(is_blank) {
        "" => diagnostic.help("write it, or leave it out"),
        meant => diagnostic.help(format!("write `{meant}`")).replacement(""),
    };
    check.diagnostics.add(diagnostic.explains(Subject::Spelling(*span)));
}
