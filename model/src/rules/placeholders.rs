use super::Check;
use crate::draft::Text;
use crate::finding::Finding;
use crate::literal;
use crate::source::{Span, Spanned};
use crate::suggestion;
use crate::template::{self, LoneBrace, Piece};

pub(super) fn placeholders_are_closed_and_named(check: &mut Check<'_>) {
    for version in check.draft.texts().flat_map(|(_, text)| Text::present(text)) {
        match template::pieces(&version.value) {
            Err(lone) => {
                let place = literal::place(check.sources, version.span, lone.at..lone.at + 1);
                check.findings.add(lone_brace(lone, place));
            }
            Ok(pieces) => {
                for piece in pieces {
                    let Piece::Placeholder { name, range } = piece else { continue };
                    if !template::is_name(name) {
                        let place = literal::place(check.sources, version.span, range);
                        check.findings.add(
                            Finding::error(place, format!("`{{{name}}}` is not a placeholder"))
                                .help("a placeholder is a name in snake_case; write `{{` and `}}` for braces"),
                        );
                    } else if matches!(name, "locale" | "to_json" | "write_json") {
                        let place = literal::place(check.sources, version.span, range);
                        check.findings.add(
                            Finding::error(place, format!("no placeholder can be called `{name}`: a body has a method of that name"))
                                .help("choose another name"),
                        );
                    }
                }
            }
        }
    }
}

/// Also for a shape's strings, which are templates too.
pub(crate) fn lone_brace(lone: LoneBrace, place: Span) -> Finding {
    let (problem, other) = match lone.brace {
        '{' => ("is not closed", "add the `}` that closes it"),
        _ => ("closes nothing", "add the `{` that it closes"),
    };
    Finding::error(place, format!("this brace {problem}"))
        .help(format!("{other}, or write `{0}{0}` for a brace", lone.brace))
}

pub(super) fn only_messages_have_placeholders(check: &mut Check<'_>) {
    for (key, text) in check.draft.texts().filter(|(key, _)| *key != "message") {
        for version in text.present() {
            for (name, place) in placeholders(check, version) {
                check.findings.add(
                    Finding::error(
                        place,
                        format!("a `{key}` has no placeholders, and this is `{{{name}}}`"),
                    )
                    .help("say it in `message`, or write `{{` and `}}` for braces"),
                );
            }
        }
    }
}

pub(super) fn locales_have_the_same_placeholders(check: &mut Check<'_>) {
    let messages = check.draft.facts().filter_map(|facts| facts.message.as_ref());
    for message in messages {
        let mut versions = message.present();
        let Some(first) = versions.next() else { continue };
        let expected = placeholders(check, first);
        for version in versions {
            let found = placeholders(check, version);
            differences(check, (&expected, first.span), (&found, version.span));
        }
    }
}

type Placeholders<'t> = (&'t [(&'t str, Span)], Span);

fn differences(check: &mut Check<'_>, first: Placeholders<'_>, second: Placeholders<'_>) {
    for ((here, text), (there, _)) in [(second, first), (first, second)] {
        let (other, other_text) = if text == second.1 { first } else { second };
        for (name, place) in here {
            if there.iter().any(|(known, _)| known == name) {
                continue;
            }
            let names: Vec<_> = other.iter().map(|(name, _)| *name).collect();
            let help = match suggestion::nearest(name, names) {
                Some(meant) => format!("did you mean `{{{meant}}}`?"),
                None => format!("use `{{{name}}}` in both texts, or in neither"),
            };
            let finding = Finding::error(
                *place,
                format!("`{{{name}}}` is in this text and not in the other locale’s"),
            )
            .other(other_text, "the other locale’s text");
            check.findings.add(finding.help(help));
        }
    }
}

/// The placeholders of a text and their places; none where they cannot be told.
fn placeholders<'v>(check: &Check<'_>, version: &'v Spanned<String>) -> Vec<(&'v str, Span)> {
    let pieces = template::pieces(&version.value).unwrap_or_default();
    let placeholders = pieces.into_iter().filter_map(|piece| match piece {
        Piece::Placeholder { name, range } if template::is_name(name) => {
            Some((name, literal::place(check.sources, version.span, range)))
        }
        _ => None,
    });
    placeholders.collect()
}
