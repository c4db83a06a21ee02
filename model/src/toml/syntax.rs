//! Syntax errors of `toml_parser` as diagnostics, without those that only follow from an earlier one.

use std::collections::HashSet;

use toml_parser::{Expected, ParseError};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span, offset};

/// A span of the parser's as one of ours.
pub(super) fn span(span: toml_parser::Span, file: FileId) -> Span {
    Span { file, start: offset(span.start()), end: offset(span.end()) }
}

/// The errors in the order of the file, without those that only follow from an earlier one: what
/// is behind it on its line, or in brackets that are never closed.
pub(super) fn diagnostics(errors: &[ParseError], text: &str, file: FileId) -> Vec<Diagnostic> {
    let mut mistakes: Vec<_> = errors.iter().map(|error| Mistake::read(error, text)).collect();
    mistakes.sort_by_key(|mistake| mistake.place.start());
    let mut passed = 0;
    let mut diagnostics = Vec::new();
    for mistake in mistakes {
        if mistake.place.start() >= passed {
            passed = mistake.concerns;
            diagnostics.push(mistake.diagnostic(file));
        }
    }
    diagnostics
}

/// Where brackets open that are never closed.
pub(super) fn open_brackets(errors: &[ParseError]) -> HashSet<usize> {
    let open = errors.iter().filter(|error| unclosed(error).is_some());
    open.filter_map(|error| Some(error.context()?.start())).collect()
}

/// What is not closed, and what would close it.
fn unclosed(error: &ParseError) -> Option<(&'static str, &'static str)> {
    match error.description() {
        "unclosed array" => Some(("list", "]")),
        "unclosed inline table" => Some(("table", "}")),
        _ => None,
    }
}

struct Mistake {
    place: toml_parser::Span,
    /// Up to where other errors are its consequences.
    concerns: usize,
    message: String,
    label: String,
    help: Option<String>,
}

impl Mistake {
    fn read(error: &ParseError, text: &str) -> Self {
        let context = error.context().unwrap_or_default();
        let place = error.unexpected().unwrap_or(context);
        let in_line = |place: toml_parser::Span| {
            let rest = text.get(place.end()..).unwrap_or_default();
            place.end() + rest.find('\n').unwrap_or(rest.len())
        };
        let at = |place, message: &str| Self {
            place,
            concerns: in_line(place),
            message: message.to_owned(),
            label: String::new(),
            help: None,
        };
        let piece = text.get(place.start()..place.end()).unwrap_or_default();
        let expects = |what| error.expected().is_some_and(|expected| expected.contains(&what));
        let expects_quote = expects(Expected::Literal("\"")) || expects(Expected::Literal("'"));
        if let Some((what, close)) = unclosed(error) {
            let mistake = at(context, &format!("this {what} is not closed"));
            let concerns = place.end().max(mistake.concerns);
            return Self { concerns, ..mistake }.help(format!("add the `{close}` that closes it"));
        }
        match error.description() {
            string if string.ends_with(" string") && expects_quote => {
                at(context, "this string is not closed")
            }
            string if string.ends_with(" string") => {
                at(place, "this character cannot be in a string as it is")
                    .help("write it as an escape, such as `\\u001b`, or leave it out")
            }
            "missing escaped value" => at(place, "there is no such escape in TOML")
                .help("write `\\\\` for a backslash, or the string in single quotes"),
            "unclosed table" | "unclosed array table" => {
                at(context, "the name of this table is not closed").help("add the `]` behind it")
            }
            "string values must be quoted" | "missing value" if piece.trim().is_empty() => {
                at(place, "there is no value here")
            }
            "key with no value" => {
                at(place, "this key has no value").help("write a key, `=` and a value")
            }
            "unexpected key or value" => {
                let rest = text.get(place.start()..).unwrap_or_default();
                let mistake = at(place, "nothing but a comment can follow on this line");
                if rest.starts_with(',') { mistake.help("leave the comma out") } else { mistake }
            }
            "invalid unquoted key" if text[place.start()..].starts_with(':') => {
                at(place, "this is no part of a key").help("write `=` between a key and its value")
            }
            _ if piece.starts_with(char::is_alphabetic) => word(at(place, ""), piece, error),
            description => Self { label: expectation(error), ..at(place, description) },
        }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    fn diagnostic(self, file: FileId) -> Diagnostic {
        let message = format!("this is not valid TOML: {}", self.message);
        let place = span(self.place, file);
        let diagnostic = Diagnostic::error(place, message).label(self.label);
        Diagnostic { help: self.help, ..diagnostic }
    }
}

/// A word without quotes, which the parser takes for the number or the truth value that begins so.
fn word(mistake: Mistake, word: &str, error: &ParseError) -> Mistake {
    let is_value = matches!(
        error.description(),
        "string values must be quoted" | "invalid float" | "invalid boolean"
    );
    let truth = ["true", "false"].into_iter().find(|truth| truth.eq_ignore_ascii_case(word));
    match truth {
        Some(truth) if is_value => {
            let message = "truth values are in lower case".to_owned();
            Mistake { message, ..mistake }.help(format!("write `{truth}`"))
        }
        None if is_value => {
            let message = "a string is written in quotes".to_owned();
            Mistake { message, ..mistake }.help(format!("write `\"{word}\"`"))
        }
        _ => {
            let message = error.description().to_owned();
            Mistake { message, label: expectation(error), ..mistake }
        }
    }
}

fn expectation(error: &ParseError) -> String {
    let expected = error.expected().unwrap_or_default();
    let names: Vec<_> = expected.iter().map(name).collect();
    if names.is_empty() { String::new() } else { format!("expected {}", names.join(" or ")) }
}

fn name(expected: &Expected) -> String {
    match expected {
        Expected::Literal("\n") => "the end of the line".to_owned(),
        Expected::Literal(literal) => format!("`{literal}`"),
        Expected::Description(what) => (*what).to_owned(),
        other => format!("{other:?}"),
    }
}
