//! `catalog.locales`.

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::locale;
use crate::source::Spanned;

pub(super) fn tags_are_well_formed(check: &mut Check<'_>) {
    for tag in &check.document.header.locales {
        if let Some(problem) = locale::problem(&tag.value) {
            let message = match tag.value.as_str() {
                "" => "this language tag is empty".to_owned(),
                tag => format!("`{tag}` is not a language tag: {}", lower_first(&problem)),
            };
            let hyphenated = tag.value.replace('_', "-");
            let help = match locale::problem(&hyphenated) {
                None => format!("write `{hyphenated}`"),
                Some(_) => "a locale is a BCP 47 tag such as `en`, `fr-CI` or `zh-Hant`".to_owned(),
            };
            check.diagnostics.add(Diagnostic::error(tag.span, message).help(help));
        }
    }
}

/// A sentence as it goes on behind a colon.
fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    let first = characters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + characters.as_str()
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
