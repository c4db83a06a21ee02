//! Strings, numbers, words and keys: what they stand for, and what is wrong with them.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::Event;
use toml_parser::{ParseError, Raw, Source, Span};

use super::mistake::{Mistake, arrow_for_equals, behind_words, no_value};
use crate::control::{self, Allowed};
use crate::tree::ValueKind;

/// The text of a key, as far as it can be read.
pub(super) fn key<'s>(source: Source<'s>, event: &Event) -> (Cow<'s, str>, Option<Mistake>) {
    if let Some(key) = plain_key(source, event) {
        return (Cow::Borrowed(key), None);
    }
    let Some(raw) = source.get(event) else { return (Cow::Borrowed(""), None) };
    let (mut key, mut error) = (Cow::Borrowed(""), None::<ParseError>);
    raw.decode_key(&mut key, &mut error);
    let place = event.span().start()..event.span().end();
    let mistake = error.map(|error| match event.encoding() {
        None if raw.is_empty() => {
            Mistake::new(place, "a key is missing here", "write a name before the `=` or the dot")
        }
        None => {
            // What is left of it can be a name.
            key = Cow::Owned(raw.as_str().chars().filter(|c| is_of_name(*c)).collect());
            let at = error.unexpected().map_or(place.clone(), |odd| odd.start()..odd.end());
            Mistake::new(
                at,
                "this is no part of a key",
                format!("put the key in quotes, `\"{}\"`, or leave this out", raw.as_str()),
            )
            .in_word(place)
        }
        Some(Encoding::MlBasicString | Encoding::MlLiteralString) => {
            Mistake::new(place, "a key stands on one line", "write it between two `\"`")
        }
        Some(_) => of_string(&error, source, place),
    });
    (key, mistake)
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// The value of a scalar; `Broken` with its mistake where it is none.
pub(super) fn value<'s>(source: Source<'s>, event: &Event) -> (ValueKind<'s>, Option<Mistake>) {
    if let Some(text) = plain_string(source, event) {
        return (ValueKind::String(Cow::Borrowed(text)), None);
    }
    let Some(raw) = source.get(event) else { return (ValueKind::Broken, None) };
    let place = event.span().start()..event.span().end();
    match decode(raw) {
        Ok(value) => (value, None),
        Err(error) if event.encoding().is_some() && !raw.is_empty() => {
            let value = open_string(raw.as_str()).map_or(ValueKind::Broken, ValueKind::String);
            (value, Some(of_string(&error, source, place)))
        }
        Err(_) => of_word(source, place),
    }
}

/// The text of a string that is not closed, where it is sure to go to the end of its line.
fn open_string(raw: &str) -> Option<Cow<'_, str>> {
    let text = raw.strip_prefix(['"', '\''])?.trim_end();
    let is_sure = !text.is_empty()
        && !text.contains(['"', '\'', '\\', '#', '\n', '\r', ';'])
        && control::first(text, Allowed::LineBreaks).is_none();
    is_sure.then_some(Cow::Borrowed(text))
}

/// The text of a string that lacks a quote.
pub(super) fn mended<'s>(source: Source<'s>, event: &Event) -> ValueKind<'s> {
    let text = without_quotes(source, event);
    if text.is_empty() || text.contains('\\') {
        return ValueKind::Broken;
    }
    ValueKind::String(Cow::Borrowed(text))
}

pub(super) fn without_quotes<'s>(source: Source<'s>, event: &Event) -> &'s str {
    source.get(event).map_or("", |raw| raw.as_str()).trim_matches(['"', '\''])
}

fn decode(raw: Raw<'_>) -> Result<ValueKind<'_>, ParseError> {
    let (mut decoded, mut error) = (Cow::Borrowed(""), None::<ParseError>);
    let kind = raw.decode_scalar(&mut decoded, &mut error);
    match error {
        Some(error) => Err(error),
        None => Ok(match kind {
            ScalarKind::String => ValueKind::String(decoded),
            ScalarKind::Boolean(value) => ValueKind::Boolean(value),
            ScalarKind::DateTime => ValueKind::Datetime,
            ScalarKind::Float => ValueKind::Number(decoded),
            ScalarKind::Integer(radix) => i64::from_str_radix(&decoded, radix.value())
                .map_or(ValueKind::Number(decoded), ValueKind::Integer),
        }),
    }
}

/// What is wrong with a string in quotes.
fn of_string(error: &ParseError, source: Source<'_>, string: Range<usize>) -> Mistake {
    let text = source.input();
    let at = error.unexpected().map_or(string.start, |odd| odd.start());
    match error.description() {
        "missing escaped value" | "too few unicode value digits" | "invalid value" => {
            let backslash =
                text[string.start..at].rfind('\\').map_or(at, |back| string.start + back);
            escape(text, backslash, error.description())
        }
        // The quote that is not there, or one of three.
        _ if at >= string.end || at == string.start => {
            let raw = &text[string.clone()];
            let quotes = &raw[..raw.len() - raw.trim_start_matches(['"', '\'']).len()];
            let quotes = if quotes.len() >= 3 { &quotes[..3] } else { &raw[..1] };
            let first_line = raw.lines().next().unwrap_or_default().trim_end();
            let help = if first_line.len() > 2 && first_line.ends_with("\\\"") {
                "`\\\"` is a quote in the string: write `\\\\` for a backslash".to_owned()
            } else {
                format!("add the `{quotes}` that closes it")
            };
            let place = string.start..string.start + first_line.len();
            Mistake::new(place, "this string is not closed", help)
        }
        _ => {
            let length = text[at..].chars().next().map_or(0, char::len_utf8);
            Mistake::new(
                at..at + length,
                "this character cannot be in a string as it is",
                "write it as an escape, such as `\\u001b`, or leave it out",
            )
        }
    }
}

/// A backslash and what makes no escape with it.
fn escape(text: &str, backslash: usize, description: &str) -> Mistake {
    let rest = &text[backslash + 1..];
    let kind = rest.chars().next().filter(|c| !c.is_control() && *c != '"');
    let after = &rest[kind.map_or(0, char::len_utf8)..];
    let wanted = match kind {
        Some('u') => 4,
        Some('U') => 8,
        _ => 2,
    };
    let digits = after.bytes().take(wanted).take_while(u8::is_ascii_hexdigit).count();
    let is_number = description != "missing escaped value";
    let length = 1 + kind.map_or(0, char::len_utf8) + if is_number { digits } else { 0 };
    let place = backslash..backslash + length;
    match description {
        "too few unicode value digits" => {
            let kind = kind.unwrap_or('u');
            let help = format!(
                "`\\{kind}` needs {wanted} hexadecimal digits; write `\\\\` for a backslash"
            );
            Mistake::new(place, "this escape has too few digits", help)
        }
        "invalid value" => Mistake::new(
            place,
            "this escape is no character",
            "write the character itself, or its number in Unicode",
        ),
        _ => Mistake::new(
            place,
            "there is no such escape in TOML",
            "write `\\\\` for a backslash, or the string in single quotes",
        ),
    }
}

/// A value without quotes that is none: what was meant, as far as that is sure, and the mistake.
fn of_word(source: Source<'_>, place: Range<usize>) -> (ValueKind<'_>, Option<Mistake>) {
    let word = &source.input()[place.clone()];
    if word.is_empty() {
        return (ValueKind::Broken, Some(no_value(behind_words(source.input(), place.start))));
    }
    if word.starts_with('>') && source.input()[..place.start].ends_with('=') {
        let arrow = place.start - 1..place.start + 1;
        return (ValueKind::Broken, Some(arrow_for_equals(arrow)));
    }
    if let Some(end) = word.find([';', ')']) {
        let (value, more) = word.split_at(end);
        let mistake = Mistake::new(
            place.start + end..place.end,
            "nothing but a comment can follow on this line",
            if more.len() == 1 { "leave it out" } else { "leave it out, or write `#` before it" },
        );
        let value = value.trim_end();
        let span = Span::new_unchecked(place.start, place.start + value.len());
        let decoded = decode(Raw::new_unchecked(value, None, span)).ok();
        if let Some(decoded) = decoded {
            return (decoded, Some(mistake));
        }
    }
    let truth = ["true", "false"].into_iter().find(|truth| truth.eq_ignore_ascii_case(word));
    if let Some(truth) = truth {
        let mistake =
            Mistake::new(place, "truth values are in lower case", format!("write `{truth}`"));
        return (ValueKind::Broken, Some(mistake));
    }
    if word.ends_with(['"', '\'']) {
        let text = &word[..word.len() - 1];
        let is_sure = !text.contains(['\\', '"', '\'']);
        let value =
            if is_sure { ValueKind::String(Cow::Borrowed(text)) } else { ValueKind::Broken };
        let mistake = Mistake::new(place, "this string has no opening quote", quoted(word));
        return (value, Some(mistake));
    }
    let looks_like_number = word.starts_with(|c: char| c.is_ascii_digit() || "+-._".contains(c))
        && word.chars().all(|c| c.is_ascii_hexdigit() || "+-._xob".contains(c));
    let mistake = if looks_like_number {
        let zeros = word.trim_start_matches('0');
        let help = if zeros.len() < word.len() && zeros.bytes().all(|b| b.is_ascii_digit()) {
            let zeros = if zeros.is_empty() { "0" } else { zeros };
            format!("write `{zeros}`, or `\"{word}\"` if the zeros matter")
        } else {
            format!("write a number such as `404` or `1.5`, or a string: `\"{}\"`", cut(word))
        };
        Mistake::new(place, "there is no such number in TOML", help)
    } else {
        Mistake::new(place, "a string is written in quotes", quoted(word))
    };
    (ValueKind::Broken, Some(mistake))
}

/// How to write something as a string.
pub(super) fn quoted(words: &str) -> String {
    format!("write `\"{}\"`", cut(words.trim_end_matches(['"', ';', '\''])))
}

/// The beginning of what is too long for a sentence.
fn cut(words: &str) -> String {
    const MOST: usize = 60;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// Fast path: the text of a string without escapes. Decoding is thirty times slower in an unoptimised
/// build, which macros have by default.
fn plain_string<'s>(source: Source<'s>, event: &Event) -> Option<&'s str> {
    if event.encoding() != Some(Encoding::BasicString) {
        return None;
    }
    let text = source.get(event)?.as_str().strip_prefix('"')?.strip_suffix('"')?;
    let is_plain = !text.contains('\\')
        && !text.contains('\r')
        && control::first(text, Allowed::LineBreaks).is_none();
    is_plain.then_some(text)
}

/// Fast path: a key without quotes.
fn plain_key<'s>(source: Source<'s>, event: &Event) -> Option<&'s str> {
    if event.encoding().is_some() {
        return None;
    }
    let key = source.get(event)?.as_str();
    let bytes = key.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !matches!(bytes[at], b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_') {
            return None;
        }
        at += 1;
    }
    (!key.is_empty()).then_some(key)
}
