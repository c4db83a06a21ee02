//! Texts: one for each locale, not empty, no control characters.

use super::check::Check;
use crate::control::{self, Allowed};
use crate::diagnostic::Diagnostic;
use crate::document::Text;
use crate::finding::Subject;
use crate::source::{Sources, Spanned};
use crate::suggestion;

/// A locale that no text has is one finding, at the list of locales.
pub(super) fn every_locale_has_a_text(check: &mut Check<'_>) {
    let header = &check.document.header;
    let Some(severity) = header.severity_of_missing() else { return };
    // What a ready-made base lacks is one finding, at `extends`.
    let texts = check.texts.iter().filter(|(_, text)| !is_of_bases(text, check.sources));
    let texts: Vec<_> = texts.collect();
    let has =
        |(_, text): &&&(_, &Text), at: usize| text.versions.get(at).is_some_and(Option::is_some);
    // A locale that is listed twice is another rule's diagnostic.
    let (absent, used): (Vec<_>, Vec<_>) = header
        .distinct_locales()
        .map(|(at, _)| at)
        .partition(|at| texts.len() > 1 && !texts.iter().any(|text| has(&text, *at)));
    for number in absent {
        let Spanned { value: tag, span } = &header.locales[number];
        let help = format!(
            "write the texts, or leave `{tag}` out; with `missing = \"allow\"`, another locale stands in for it"
        );
        let diagnostic = Diagnostic::error(*span, format!("no text is in `{tag}`")).help(help);
        let finding = Diagnostic { severity, ..diagnostic }.rests_on(Subject::Locales);
        let finding = finding.rests_on(Subject::Locale(number));
        check.diagnostics.add(finding.rests_on(Subject::TextsIn(number)));
    }
    for (key, text) in texts {
        if used.iter().all(|at| text.versions[*at].is_some()) {
            continue;
        }
        let missing = used.iter().filter(|at| text.versions[**at].is_none());
        let missing: Vec<_> = missing.map(|at| header.locales[*at].value.as_str()).collect();
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
        let finding = diagnostic.rests_on(Subject::Locales);
        check.diagnostics.add(finding.rests_on(Subject::Contents(text.span)));
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
                    .help("write the text, or leave the key out")
                    .explains(Subject::Placeholders(version.span)),
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
