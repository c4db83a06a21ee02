//! `catalog.locales`.

use super::check::Check;
use super::texts;
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Subject};
use crate::source::Spanned;
use crate::{bases, locale, suggestion};

pub(super) fn tags_are_well_formed(check: &mut Check<'_>) {
    for (number, tag) in check.document.header.locales.iter().enumerate() {
        if let Some(problem) = locale::problem(&tag.value) {
            let message = match tag.value.as_str() {
                "" => "this language tag is empty".to_owned(),
                tag => format!("`{tag}` is not a language tag: {problem}"),
            };
            let hyphenated = tag.value.replace('_', "-");
            let error = Diagnostic::error(tag.span, message);
            let error = match locale::problem(&hyphenated) {
                None => error.help(format!("write `{hyphenated}`")).replacement(hyphenated),
                Some(_) => {
                    error.help("a locale is a BCP 47 tag such as `en`, `fr-CI` or `zh-Hant`")
                }
            };
            let error = error.rests_on(Subject::Locales);
            check.diagnostics.add(error.explains(Subject::Locale(number)));
        }
    }
}

pub(super) fn tags_are_distinct(check: &mut Check<'_>) {
    let locales = &check.document.header.locales;
    for (at, tag) in locales.iter().enumerate() {
        let same = |other: &&Spanned<String>| tag.value.eq_ignore_ascii_case(&other.value);
        if let Some(first) = locales[..at].iter().find(same) {
            check.diagnostics.add(
                Diagnostic::error(tag.span, format!("the locale `{}` is listed twice", tag.value))
                    .other(first.span, "first listed here")
                    .help("leave one of the two out"),
            );
        }
    }
}

/// A ready-made base has texts in few locales. What stands in for the others is the catalog's default
/// locale, as for any text; that is said once, and not of each of its texts.
pub(super) fn bases_have_the_locales(check: &mut Check<'_>) {
    let header = &check.document.header;
    let Some(severity) = header.severity_of_missing() else { return };
    if !check.texts.iter().any(|(_, text)| texts::is_of_bases(text, check.sources)) {
        return;
    }
    let mut seen = Vec::new();
    for extends in &check.document.extends {
        let name = &extends.path;
        let Some(base) = bases::find(&name.value) else { continue };
        if extends.file.is_none() || seen.contains(&base.name) {
            continue;
        }
        seen.push(base.name);
        // One that is listed twice is another rule's diagnostic.
        let lacks = |(_, tag): &(usize, &Spanned<String>)| {
            locale::lookup(&tag.value, base.locales).is_none()
        };
        let (numbers, missing): (Vec<_>, Vec<_>) = header
            .distinct_locales()
            .filter(lacks)
            .map(|(number, tag)| (number, tag.value.as_str()))
            .unzip();
        if missing.is_empty() {
            continue;
        }
        let message =
            format!("the base `{}` has no texts in {}", base.name, suggestion::list(&missing));
        let help = "write your own in the rows that your API uses, and add `missing = \"allow\"`, so that another locale stands in for the rest";
        let diagnostic = Diagnostic::error(name.span, message).help(help);
        let diagnostic = Diagnostic { severity, ..diagnostic };
        let finding = diagnostic.rests_on(Subject::Locales);
        let tags = |number| [Subject::Locale(number), Subject::TextsIn(number)];
        check.diagnostics.add(numbers.into_iter().flat_map(tags).fold(finding, Finding::rests_on));
    }
}
