//! Braces and placeholders of texts.

use api_error_catalog_core::slot::{KnownSlot, SlotSource};
use heck::ToSnakeCase as _;

use super::check::Check;
use super::templates::{Template, Version};
use crate::braces::lone_brace;
use crate::diagnostic::Diagnostic;
use crate::finding::Findings;
use crate::names;
use crate::source::Span;
use crate::suggestion;

/// The templates that travel.
fn messages<'c>(check: &Check<'c>) -> impl Iterator<Item = &'c Template<'c>> + use<'c> {
    check.templates.iter().filter(|template| template.key == "message")
}

pub(super) fn braces_are_closed(check: &mut Check<'_>) {
    for version in check.templates.iter().flat_map(Template::versions) {
        if let Err((lone, place)) = version.braced {
            check.diagnostics.add(lone_brace(lone, place).explains(version.subject()));
        }
    }
}

pub(super) fn placeholders_are_names(check: &mut Check<'_>) {
    for braced in check.templates.iter().flat_map(Template::braced) {
        let name = braced.name;
        if names::is_name(name) {
            continue;
        }
        let meant = name.to_snake_case();
        let example =
            if names::is_name(&meant) { format!(": `{{{meant}}}`") } else { String::new() };
        let message = format!("`{{{name}}}` is not a placeholder");
        let help =
            format!("placeholders are in snake_case{example}; write `{{{{` and `}}}}` for braces");
        check.diagnostics.add(braced.error(message, help));
    }
}

/// A placeholder becomes a method of the body and a field of a variant.
pub(super) fn placeholders_can_be_methods_and_fields(check: &mut Check<'_>) {
    for placeholder in messages(check).flat_map(Template::placeholders) {
        let name = placeholder.name;
        let Some(reserved) = names::reserved(name) else { continue };
        let message = format!("no placeholder can be called `{name}`: {}", reserved.reason);
        check.diagnostics.add(placeholder.error(message, "choose another name"));
    }
}

pub(super) fn only_messages_have_placeholders(check: &mut Check<'_>) {
    for template in check.templates.iter().filter(|template| template.key != "message") {
        let key = template.key;
        for placeholder in template.placeholders() {
            let name = placeholder.name;
            let message = format!("`{key}` takes no placeholders, and this is `{{{name}}}`");
            let help = "say it in `message`, or write `{{` and `}}` for braces";
            check.diagnostics.add(placeholder.error(message, help));
        }
    }
}

pub(super) fn locales_have_the_same_placeholders(check: &mut Check<'_>) {
    for message in messages(check) {
        let locales = check.document.header.locales.iter().map(|locale| locale.value.as_str());
        let versions = locales.zip(&message.versions);
        let mut versions =
            versions.filter_map(|(locale, version)| Some((locale, version.as_ref()?)));
        let Some(first) = versions.next() else { continue };
        for version in versions {
            differences(check.diagnostics, first, version);
        }
    }
}

/// The catalog's value for the slot would fill the placeholder too. The rule holds for every shape, so
/// that a slot can be added to the body without touching messages.
pub(super) fn no_placeholder_is_filled_by_the_catalog(check: &mut Check<'_>) {
    for placeholder in messages(check).flat_map(Template::placeholders) {
        let name = placeholder.name;
        if KnownSlot::find(name).is_some_and(|known| known.source != SlotSource::Caller) {
            let message = format!("`{{{name}}}` is a slot that the catalog fills");
            let help = "give the placeholder a name of its own";
            check.diagnostics.add(placeholder.error(message, help));
        }
    }
}

/// A version of a message under its locale.
type Localized<'v, 'd> = (&'v str, &'v Version<'d>);

/// Two names for the same thing are one mistake; the others are missing from one of the texts.
fn differences(findings: &mut Findings, first: Localized<'_, '_>, second: Localized<'_, '_>) {
    let mut add = |error: Diagnostic| {
        findings.add(error.rests_on(first.1.subject()).rests_on(second.1.subject()));
    };
    let (mut only_first, only_second) = (first.1.beyond(second.1), second.1.beyond(first.1));
    let are_twins = only_first.len() == 1 && only_second.len() == 1;
    for (name, place) in only_second {
        let meant = suggestion::nearest(name, only_first.iter().map(|(name, _)| *name));
        let twin = only_first.iter().position(|(name, _)| are_twins || Some(*name) == meant);
        add(match twin.map(|at| only_first.remove(at)) {
            Some((twin, twin_place)) => {
                let message = format!("`{{{name}}}` is called `{{{twin}}}` in `{}`", first.0);
                Diagnostic::error(place, message)
                    .other(twin_place, "the other name")
                    .help("use one name in every locale")
            }
            None => missing((name, place), first),
        });
    }
    for placeholder in only_first {
        add(missing(placeholder, second));
    }
}

fn missing((name, place): (&str, Span), (locale, version): Localized<'_, '_>) -> Diagnostic {
    Diagnostic::error(place, format!("`{{{name}}}` is not in the text for `{locale}`"))
        .other(version.text.span, "this text")
        .help(format!("use `{{{name}}}` in both texts, or in neither"))
}
