use super::Check;
use crate::case;
use crate::draft::Text;
use crate::finding::{Finding, Findings};
use crate::literal;
use crate::slot::Filling;
use crate::source::{Sources, Span, Spanned};
use crate::suggestion;
use crate::template::{self, LoneBrace, Piece};

/// A text that has braces in some locale.
pub(crate) struct Template<'d> {
    key: &'static str,
    /// One for each locale, in the header's order.
    versions: Vec<Option<Version<'d>>>,
}

/// A text in one locale, taken apart.
struct Version<'d> {
    text: &'d Spanned<String>,
    /// What stands in braces, a name or not, or the brace because of which that cannot be told.
    braced: Result<Vec<(&'d str, Span)>, (LoneBrace, Span)>,
}

/// Takes the texts apart that have something in braces.
pub(super) fn templates<'d>(
    texts: &[(&'static str, &'d Text)],
    sources: &Sources,
) -> Vec<Template<'d>> {
    let mut templates = Vec::new();
    for (key, text) in texts {
        if text.present().any(|version| template::has_braces(&version.value)) {
            let version = |text| Version::new(text, sources);
            let versions = text.versions.iter().map(|text| text.as_ref().map(version)).collect();
            templates.push(Template { key, versions });
        }
    }
    templates
}

impl<'d> Version<'d> {
    fn new(text: &'d Spanned<String>, sources: &Sources) -> Self {
        let place = |range| literal::place(sources, text.span, range);
        let braced = match template::pieces(&text.value) {
            Ok(pieces) => Ok(pieces
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::Placeholder { name, range } => Some((name, place(range))),
                    Piece::Text(_) => None,
                })
                .collect()),
            Err(lone) => Err((lone, place(lone.at..lone.at + 1))),
        };
        Self { text, braced }
    }

    /// What stands in braces, a name or not; nothing where that cannot be told.
    fn braced(&self) -> &[(&'d str, Span)] {
        self.braced.as_deref().unwrap_or_default()
    }

    /// The placeholders and their places.
    fn placeholders(&self) -> impl Iterator<Item = (&'d str, Span)> {
        self.braced().iter().copied().filter(|(name, _)| template::is_name(name))
    }

    /// The placeholders that another version lacks.
    fn beyond(&self, other: &Self) -> Vec<(&'d str, Span)> {
        let is_there = |name| other.placeholders().any(|(known, _)| known == name);
        self.placeholders().filter(|(name, _)| !is_there(*name)).collect()
    }
}

impl<'d> Template<'d> {
    fn versions(&self) -> impl Iterator<Item = &Version<'d>> {
        self.versions.iter().flatten()
    }

    fn placeholders(&self) -> impl Iterator<Item = (&'d str, Span)> {
        self.versions().flat_map(Version::placeholders)
    }
}

/// The templates that travel.
fn messages<'c>(check: &Check<'c>) -> impl Iterator<Item = &'c Template<'c>> + use<'c> {
    check.templates.iter().filter(|template| template.key == "message")
}

pub(super) fn braces_are_closed(check: &mut Check<'_>) {
    for version in check.templates.iter().flat_map(Template::versions) {
        if let Err((lone, place)) = version.braced {
            check.findings.add(lone_brace(lone, place));
        }
    }
}

pub(super) fn placeholders_are_names(check: &mut Check<'_>) {
    for version in check.templates.iter().flat_map(Template::versions) {
        for &(name, place) in version.braced() {
            if template::is_name(name) {
                continue;
            }
            let meant = case::snake(name);
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
    for (name, place) in messages(check).flat_map(Template::placeholders) {
        let Some(why) = unusable(name) else { continue };
        check.findings.add(
            Finding::error(place, format!("no placeholder can be called `{name}`: {why}"))
                .help("choose another name"),
        );
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
    for template in check.templates.iter().filter(|template| template.key != "message") {
        let key = template.key;
        for (name, place) in template.placeholders() {
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

pub(super) fn locales_have_the_same_placeholders(check: &mut Check<'_>) {
    for message in messages(check) {
        let locales = check.draft.header.locales.iter().map(|locale| locale.value.as_str());
        let mut versions = locales.zip(&message.versions).filter_map(|(locale, version)| {
            // Placeholders that cannot be told are another rule's finding.
            Some((locale, version.as_ref().filter(|version| version.braced.is_ok())?))
        });
        let Some(first) = versions.next() else { continue };
        for version in versions {
            differences(check.findings, first, version);
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
    for (name, place) in messages(check).flat_map(Template::placeholders) {
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

/// A version of a message under its locale.
type Localized<'v, 'd> = (&'v str, &'v Version<'d>);

/// Two names for the same thing are one mistake; the others are missing from one of the texts.
fn differences(findings: &mut Findings, first: Localized<'_, '_>, second: Localized<'_, '_>) {
    let mut only_first = first.1.beyond(second.1);
    for (name, place) in second.1.beyond(first.1) {
        let meant = suggestion::nearest(name, only_first.iter().map(|(name, _)| *name));
        let twin = meant.and_then(|meant| only_first.iter().position(|(name, _)| *name == meant));
        match twin.map(|at| only_first.remove(at)) {
            Some((twin, twin_place)) => findings.add(
                Finding::error(
                    place,
                    format!("`{{{name}}}` is called `{{{twin}}}` in `{}`", first.0),
                )
                .other(twin_place, "the other name")
                .help("use one name in every locale"),
            ),
            None => missing(findings, (name, place), first),
        }
    }
    for placeholder in only_first {
        missing(findings, placeholder, second);
    }
}

fn missing(
    findings: &mut Findings,
    (name, place): (&str, Span),
    (locale, version): Localized<'_, '_>,
) {
    findings.add(
        Finding::error(place, format!("`{{{name}}}` is not in the text for `{locale}`"))
            .other(version.text.span, "this text")
            .help(format!("use `{{{name}}}` in both texts, or in neither")),
    );
}
