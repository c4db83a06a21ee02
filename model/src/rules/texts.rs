//! Texts: one for each locale, not empty, no control characters.

use super::check::Check;
use crate::control::{self, Allowed};
use crate::diagnostic::Diagnostic;
use crate::document::Text;
use crate::source::{Sources, Spanned};
use crate::suggestion;

pub(super) fn every_locale_has_a_text(check: &mut Check<'_>) {
    let header = &check.document.header;
    let Some(severity) = header.severity_of_missing() else { return };
    for (key, text) in check.texts {
        // What a ready-made base lacks is one finding, at `extends`.
        if text.versions.iter().all(Option::is_some) || is_of_bases(text, check.sources) {
            continue;
        }
        let missing: Vec<_> = header
            .locales
            .iter()
            .zip(&text.versions)
            .enumerate()
            .filter(|(at, (locale, version))| {
                // A locale that is listed twice is another rule's diagnostic.
                let same = |l: &Spanned<String>| l.value.eq_ignore_ascii_case(&locale.value);
                version.is_none() && !header.locales[..*at].iter().any(same)
            })
            .map(|(_, (locale, _))| locale.value.as_str())
            .collect();
        if missing.is_empty() {
            continue;
        }
        let (message, help) = if text.present().any(|version| version.span == text.span) {
            (
                format!("this `{key}` is a plain string, and the catalog has several locales"),
                format!(
                    "write a table: `{{ {} }}`",
                    table_of(header.locales.iter().map(|l| l.value.as_str()))
                ),
            )
        } else {
            (
                format!("this `{key}` has no text in {}", suggestion::list(&missing)),
                format!("add `{}`", table_of(missing.into_iter())),
            )
        };
        let diagnostic =
            Diagnostic { severity, ..Diagnostic::error(text.span, message).help(help) };
        check.diagnostics.missing(diagnostic);
    }
}

/// Whether all that a text says is from ready-made bases.
pub(super) fn is_of_bases(text: &Text, sources: &Sources) -> bool {
    let mut versions = text.present().peekable();
    versions.peek().is_some() && versions.all(|version| !sources.is_in_file(version.span))
}

fn table_of<'l>(locales: impl Iterator<Item = &'l str>) -> String {
    locales.map(|locale| format!("{locale} = \"…\"")).collect::<Vec<_>>().join(", ")
}

pub(super) fn no_text_is_empty(check: &mut Check<'_>) {
    for version in check.texts.iter().flat_map(|(_, text)| text.present()) {
        if version.value.trim_start().is_empty() {
            check.diagnostics.add(
                Diagnostic::error(version.span, "this text is empty")
                    .help("write the text, or leave the key out"),
            );
        }
    }
}

pub(super) fn no_text_has_control_characters(check: &mut Check<'_>) {
    for version in check.texts.iter().flat_map(|(_, text)| text.present()) {
        let Spanned { value, span } = version;
        let found = control::diagnostic("text", value, *span, check.sources, Allowed::LineBreaks);
        if let Some(diagnostic) = found {
            check.diagnostics.add(diagnostic);
        }
    }
}
