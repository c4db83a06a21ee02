//! Strings of the shape and of headers that were surely meant as slots.

use api_error_catalog_core::slot::{KnownSlot, SlotSource};
use heck::ToSnakeCase as _;

use super::check::Check;
use super::slot_use::is_in_body;
use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::{literal, names};

/// A string that was meant as a slot.
pub(super) struct Forgotten {
    /// The slot's name, without a level.
    pub(super) slot: String,
    place: Span,
    message: String,
    /// The slot as it is meant, in braces.
    meant: String,
}

pub(super) fn slots_have_their_braces(check: &mut Check<'_>) {
    for Forgotten { place, message, meant, .. } in forgotten(check) {
        let help = format!("write `\"{meant}\"`, so that the slot’s value is sent");
        check.diagnostics.add(Diagnostic::warning(place, message).help(help));
    }
}

/// A question mark behind the braces is text.
pub(super) fn question_marks_are_in_the_braces(check: &mut Check<'_>) {
    let body = check.document.body.iter().flat_map(|body| &body.strings);
    let values = check.document.all_headers().filter_map(|header| header.value.as_ref());
    for written in body.map(|string| &string.written).chain(values) {
        let slot = written.value.strip_prefix('{').and_then(|text| text.strip_suffix("}?"));
        let Some(slot) = slot.filter(|slot| !slot.contains(['{', '}'])) else { continue };
        // What is no text cannot have text behind it, which has been reported.
        if matches!(slot, "inner" | "null") {
            continue;
        }
        let mark = written.value.len() - 1;
        let place = literal::place(check.sources, written.span, mark..mark + 1);
        let help = format!(
            "write it inside the braces, `\"{{{}?}}\"`, so that the member is left out where there is no value",
            slot.trim_end_matches('?')
        );
        let message = "this question mark is sent as a part of the text";
        check.diagnostics.add(Diagnostic::warning(place, message).help(help));
    }
}

/// The strings that are the name of a slot, where nothing says that this is meant.
pub(super) fn forgotten(check: &Check<'_>) -> Vec<Forgotten> {
    let body = check.document.body.iter().flat_map(|body| &body.strings);
    let body = body.map(|string| (string.key.as_str(), &string.written));
    let headers = check.document.all_headers();
    let headers = headers.filter_map(|h| Some((h.name.value.as_str(), h.value.as_ref()?)));
    let strings = body.chain(headers).filter(|(_, written)| !written.value.is_empty());
    strings.filter_map(|(key, written)| of_string(check, key, written)).collect()
}

fn of_string(check: &Check<'_>, key: &str, written: &Spanned<String>) -> Option<Forgotten> {
    let Spanned { value: text, span } = written;
    let forgotten = |slot: &str, message: String, meant: &str| Forgotten {
        slot: slot.to_owned(),
        place: *span,
        message,
        meant: format!("{{{meant}}}"),
    };
    if let Some(doubled) = text.strip_prefix("{{").and_then(|text| text.strip_suffix("}}")) {
        let name = without_level(doubled);
        let message = format!("this is the text `{{{doubled}}}`: doubled braces are braces");
        return is_slot(check, name).then(|| forgotten(name, message, doubled));
    }
    let message = format!("this is the text `{text}`, and not the slot of that name");
    let name = without_level(text);
    if is_slot(check, name) {
        return is_meant(check, key, text).then(|| forgotten(name, message, text));
    }
    if !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return None;
    }
    let snake = text.to_snake_case();
    let is_same = snake == key.to_snake_case() && is_slot(check, &snake);
    is_same.then(|| forgotten(&snake, message, &snake))
}

/// Whether a text that is the name of a slot was meant as the slot.
fn is_meant(check: &Check<'_>, key: &str, text: &str) -> bool {
    let name = without_level(text);
    // No constant has a level or a question mark.
    if name != text || are_alike(key, name) {
        return true;
    }
    let slots = check.document.body.iter().flat_map(|body| body.slots.iter().enumerate());
    let own: Vec<_> = slots.filter(|(_, slot)| slot.value.name == name).collect();
    let is_nowhere = !own.iter().any(|(number, _)| is_in_body(check, *number));
    let is_of_code = || {
        let source = KnownSlot::find(name).map(|known| known.source);
        matches!(source, Some(SlotSource::Code | SlotSource::ProblemType))
    };
    // One that is declared, or that says which error it is, has to be somewhere.
    if is_nowhere && (!own.is_empty() || is_of_code()) {
        return true;
    }
    !says_the_kind(key) && (is_nowhere || name.contains('_') || holds_text(key))
}

/// Keys whose values are constants that say what an object is: `kind = "message"` may be one.
fn says_the_kind(key: &str) -> bool {
    const KINDS: [&str; 12] = [
        "type", "kind", "object", "class", "category", "typename", "event", "model", "resource",
        "level", "name", "in",
    ];
    KINDS.contains(&&*key.to_snake_case())
}

/// Keys whose values are texts or codes, and hardly ever the word `message`.
fn holds_text(key: &str) -> bool {
    const TEXTS: [&str; 10] = [
        "error",
        "errors",
        "code",
        "message",
        "msg",
        "description",
        "detail",
        "details",
        "reason",
        "title",
    ];
    let key = key.to_snake_case();
    key.split('_').any(|word| TEXTS.contains(&word))
}

/// Whether a key has the words of a name in it, or the name those of the key: `httpStatusCode` is like
/// `status`, and `type` like `problem_type`.
fn are_alike(key: &str, name: &str) -> bool {
    let mut names = key.split('|').map(str::to_snake_case);
    let has = |long: &str, short: &str| {
        let padded = |words: &str| format!("_{words}_");
        !short.is_empty() && padded(long).contains(&padded(short))
    };
    names.any(|key| has(&key, name) || has(name, &key))
}

/// `code:2?` without its level and question mark.
fn without_level(text: &str) -> &str {
    let text = text.strip_suffix('?').unwrap_or(text);
    let has_level = |(_, level): &(&str, &str)| level.parse::<u8>().is_ok();
    text.split_once(':').filter(has_level).map_or(text, |(name, _)| name)
}

/// Whether the format or the catalog has a slot, or the catalog a parameter, of a name.
fn is_slot(check: &Check<'_>, name: &str) -> bool {
    if !names::is_name(name) {
        return false;
    }
    let mut slots = check.document.body.iter().flat_map(|body| &body.slots);
    let mut declared = check.document.codes.iter().flat_map(|code| &code.parameters);
    let messages = check.templates.iter().filter(|template| template.key == "message");
    let versions = messages.flat_map(|template| template.versions.iter().flatten());
    let mut placeholders = versions.filter_map(|version| version.braced.as_ref().ok()).flatten();
    KnownSlot::find(name).is_some()
        || slots.any(|slot| slot.value.name == name)
        || declared.any(|parameter| parameter.name.value == name)
        || placeholders.any(|(placeholder, _)| *placeholder == name)
}
