use super::Check;
use crate::draft::Text;
use crate::finding::Finding;
use crate::literal;
use crate::slot::Filling;
use crate::source::{Span, Spanned};
use crate::suggestion;
use crate::template::{self, LoneBrace, Piece};

pub(super) fn braces_are_closed(check: &mut Check<'_>) {
    for version in check.draft.texts().flat_map(|(_, text)| Text::present(text)) {
        if let Err(lone) = template::pieces(&version.value) {
            let place = literal::place(check.sources, version.span, lone.at..lone.at + 1);
            check.findings.add(lone_brace(lone, place));
        }
    }
}

pub(super) fn placeholders_are_names(check: &mut Check<'_>) {
    for version in check.draft.texts().flat_map(|(_, text)| Text::present(text)) {
        for (name, place) in braced(check, version) {
            if template::is_name(name) {
                continue;
            }
            let meant = heck::AsSnakeCase(name).to_string();
            let example =
                if template::is_name(&meant) { format!(": `{{{meant}}}`") } else { String::new() };
            check.findings.add(
                Finding::error(place, format!("`{{{name}}}` is not a placeholder")).help(format!(
                    "placeholders are in snake_case{example}; write `{{{{` and `}}}}` for braces"
                )),
            );
        }
    }
}

/// Why a name cannot be a placeholder's, if it cannot.
pub(crate) fn unusable(name: &str) -> Option<&'static str> {
    match name {
        "locale" | "to_json" | "write_json" => Some("a body has a method of that name"),
        "crate" | "self" | "super" => Some("no field of Rust has that name"),
        _ => None,
    }
}

/// A placeholder becomes a method of the body and a field of a variant.
pub(super) fn placeholders_can_be_methods_and_fields(check: &mut Check<'_>) {
    let messages = check.draft.facts().filter_map(|facts| facts.message.as_ref());
    for version in messages.flat_map(Text::present) {
        for (name, place) in placeholders(check, version) {
            let Some(why) = unusable(name) else { continue };
            check.findings.add(
                Finding::error(place, format!("no placeholder can be called `{name}`: {why}"))
                    .help("choose another name"),
            );
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
                        format!("`{key}` takes no placeholders, and this is `{{{name}}}`"),
                    )
                    .help("say it in `message`, or write `{{` and `}}` for braces"),
                );
            }
        }
    }
}

pub(super) fn locales_have_the_same_placeholders(check: &mut Check<'_>) {
    for message in check.draft.facts().filter_map(|facts| facts.message.as_ref()) {
        let locales = check.draft.header.locales.iter().map(|locale| locale.value.as_str());
        let mut versions = locales.zip(&message.versions).filter_map(|(locale, version)| {
            let text = version.as_ref()?;
            // Placeholders that cannot be told are another rule's finding.
            template::pieces(&text.value).ok()?;
            Some(Version { locale, text, placeholders: placeholders(check, text) })
        });
        let Some(first) = versions.next() else { continue };
        for version in versions.collect::<Vec<_>>() {
            differences(check, &first, &version);
        }
    }
}

/// What fills the slot would fill the message too.
pub(super) fn no_placeholder_is_a_slot_of_the_catalog(check: &mut Check<'_>) {
    let slots = check.draft.body.iter().flat_map(|body| &body.slots);
    let filled: Vec<_> = slots
        .filter(|slot| slot.value.filling != Filling::Caller)
        .map(|slot| slot.value.name.as_str())
        .collect();
    for message in check.draft.facts().filter_map(|facts| facts.message.as_ref()) {
        for version in message.present() {
            for (name, place) in placeholders(check, version) {
                if filled.contains(&name) {
                    check.findings.add(
                        Finding::error(
                            place,
                            format!("`{{{name}}}` is a slot of the body that the catalog fills"),
                        )
                        .help("give the placeholder a name of its own"),
                    );
                }
            }
        }
    }
}

/// A message in one locale.
struct Version<'d> {
    locale: &'d str,
    text: &'d Spanned<String>,
    placeholders: Vec<(&'d str, Span)>,
}

impl<'d> Version<'d> {
    /// The placeholders that another version lacks.
    fn beyond(&self, other: &Self) -> Vec<(&'d str, Span)> {
        let is_there = |name| other.placeholders.iter().any(|(known, _)| *known == name);
        self.placeholders.iter().filter(|(name, _)| !is_there(*name)).copied().collect()
    }
}

/// Two names for the same thing are one mistake; the others are missing from one of the texts.
fn differences(check: &mut Check<'_>, first: &Version<'_>, second: &Version<'_>) {
    let mut only_first = first.beyond(second);
    for (name, place) in second.beyond(first) {
        let meant = suggestion::nearest(name, only_first.iter().map(|(name, _)| *name));
        let twin = meant.and_then(|meant| only_first.iter().position(|(name, _)| *name == meant));
        match twin.map(|at| only_first.remove(at)) {
            Some((twin, twin_place)) => check.findings.add(
                Finding::error(
                    place,
                    format!("`{{{name}}}` is called `{{{twin}}}` in `{}`", first.locale),
                )
                .other(twin_place, "the other name")
                .help("use one name in every locale"),
            ),
            None => missing(check, (name, place), first),
        }
    }
    for placeholder in only_first {
        missing(check, placeholder, second);
    }
}

fn missing(check: &mut Check<'_>, (name, place): (&str, Span), other: &Version<'_>) {
    check.findings.add(
        Finding::error(place, format!("`{{{name}}}` is not in the text for `{}`", other.locale))
            .other(other.text.span, "this text")
            .help(format!("use `{{{name}}}` in both texts, or in neither")),
    );
}

/// The placeholders of a text and their places; none where they cannot be told.
fn placeholders<'v>(check: &Check<'_>, version: &'v Spanned<String>) -> Vec<(&'v str, Span)> {
    let mut braced = braced(check, version);
    braced.retain(|(name, _)| template::is_name(name));
    braced
}

/// What stands in braces, a name or not.
fn braced<'v>(check: &Check<'_>, version: &'v Spanned<String>) -> Vec<(&'v str, Span)> {
    let pieces = template::pieces(&version.value).unwrap_or_default();
    let braced = pieces.into_iter().filter_map(|piece| match piece {
        Piece::Placeholder { name, range } => {
            Some((name, literal::place(check.sources, version.span, range)))
        }
        Piece::Text(_) => None,
    });
    braced.collect()
}
