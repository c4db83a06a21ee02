use super::Check;
use crate::finding::Finding;
use crate::locale;
use crate::source::Spanned;

pub(super) fn tags_are_well_formed(check: &mut Check<'_>) {
    for tag in &check.draft.header.locales {
        if let Some(problem) = locale::problem(&tag.value) {
            check.findings.add(
                Finding::error(
                    tag.span,
                    format!("`{}` is not a language tag: {problem}", tag.value),
                )
                .help("a locale is a BCP 47 tag such as `en`, `fr-CI` or `zh-Hant`"),
            );
        }
    }
}

pub(super) fn tags_are_distinct(check: &mut Check<'_>) {
    let locales = &check.draft.header.locales;
    for (at, tag) in locales.iter().enumerate() {
        let same = |other: &&Spanned<String>| tag.value.eq_ignore_ascii_case(&other.value);
        if let Some(first) = locales[..at].iter().find(same) {
            check.findings.add(
                Finding::error(tag.span, format!("the locale `{}` is listed twice", tag.value))
                    .other(first.span, "first listed here")
                    .help("leave one of the two out"),
            );
        }
    }
}
