//! What is wrong with the syntax of a file, in the words of people who write catalogs: every mistake
//! says what to do about it.

use std::ops::Range;

use super::token::Bracket;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span, offset};

/// How many missing brackets a help has.
const MOST_BRACKETS: usize = 12;

/// A mistake in the syntax; its places are bytes of the file.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    pub(super) place: Range<usize>,
    message: String,
    help: String,
    /// The bracket that a missing one belongs to.
    opened: Option<usize>,
}

impl Mistake {
    pub(super) fn new(
        place: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { place, message: message.into(), help: help.into(), opened: None }
    }

    /// Shows the bracket, too, which a missing one belongs to.
    pub(super) fn opened_at(self, bracket: usize) -> Self {
        Self { opened: Some(bracket), ..self }
    }

    pub(super) fn diagnostic(self, file: FileId) -> Diagnostic {
        let span =
            |place: Range<usize>| Span { file, start: offset(place.start), end: offset(place.end) };
        let message = format!("this is not valid JSON: {}", self.message);
        let error = Diagnostic::error(span(self.place), message).help(self.help);
        match self.opened {
            Some(open) => error.other(span(open..open + 1), "opened here"),
            None => error,
        }
    }
}

/// The bracket that opens at a byte is not closed before another byte.
pub(super) fn no_close(bracket: Bracket, open: usize, at: usize) -> Mistake {
    let close = bracket.close();
    let message = format!("the `{close}` of this {} is missing", bracket.called());
    Mistake::new(at..at, message, format!("add `{close}` here")).opened_at(open)
}

/// The file ends in objects and lists that are not closed, of which one opens at a byte.
pub(super) fn cut_off(missing: &str, open: usize, end: usize) -> Mistake {
    let help = if missing.len() > MOST_BRACKETS {
        "add what is missing, and the brackets that close it".to_owned()
    } else {
        format!("add what is missing, with `{missing}` at the end")
    };
    Mistake::new(end..end, "the file ends before it is complete", help).opened_at(open)
}

/// What a bracket should open begins at a byte.
pub(super) fn no_open(bracket: Bracket, at: usize) -> Mistake {
    let (open, close) = (bracket.open(), bracket.close());
    Mistake::new(
        at..at,
        format!("`{open}` is missing before this"),
        format!("add the `{open}` that the `{close}` belongs to"),
    )
}

pub(super) fn wrong_close(bracket: Bracket, open: usize, place: Range<usize>) -> Mistake {
    let close = bracket.close();
    let message = format!("this bracket closes no {}", bracket.called());
    Mistake::new(place, message, format!("write `{close}` instead")).opened_at(open)
}

pub(super) fn close_too_many(bracket: Bracket, place: Range<usize>) -> Mistake {
    let close = bracket.close();
    Mistake::new(place, format!("there is a `{close}` too many"), "leave it out")
}

pub(super) fn too_deep(place: Range<usize>) -> Mistake {
    Mistake::new(
        place,
        "values nest too deeply",
        "a catalog needs no such depth; is a bracket not closed?",
    )
}

pub(super) fn no_colon(before: Range<usize>) -> Mistake {
    Mistake::new(before, "`:` is missing before this", "write `:` between a key and its value")
}

pub(super) fn other_colon(place: Range<usize>, written: &str) -> Mistake {
    Mistake::new(
        place,
        format!("a `{written}` stands between a key and its value"),
        "write `:` between a key and its value",
    )
}

pub(super) fn colon_too_many(place: Range<usize>) -> Mistake {
    Mistake::new(place, "there is a `:` too many", "leave it out")
}

pub(super) fn no_comma(before: Range<usize>, in_what: Bracket) -> Mistake {
    let things = if in_what == Bracket::Brace { "keys" } else { "items" };
    Mistake::new(
        before,
        "a comma is missing before this",
        format!("write `,` between two {things}"),
    )
}

pub(super) fn comma_too_many(place: Range<usize>) -> Mistake {
    Mistake::new(place, "there is a comma too many", "leave it out")
}

pub(super) fn trailing_comma(place: Range<usize>) -> Mistake {
    Mistake::new(place, "JSON has no comma after the last item", "leave it out")
}

pub(super) fn semicolon(place: Range<usize>, is_comma: bool) -> Mistake {
    let help = if is_comma { "write `,` instead" } else { "leave it out" };
    Mistake::new(place, "JSON has no `;`", help)
}

pub(super) fn no_value(key: Range<usize>) -> Mistake {
    Mistake::new(key, "this key has no value", "write `:` and a value behind it, or leave it out")
}

pub(super) fn no_key(place: Range<usize>) -> Mistake {
    Mistake::new(place, "this has no key", "write a key in double quotes and `:` before it")
}

pub(super) fn no_item(place: Range<usize>) -> Mistake {
    Mistake::new(place, "this is no value", "leave it out, or write a value before it")
}

/// What stands where only a comma or a bracket can.
pub(super) fn stray(place: Range<usize>) -> Mistake {
    Mistake::new(place, "this is neither a key nor a value", "leave it out")
}

pub(super) fn behind_the_end(place: Range<usize>) -> Mistake {
    let help = "leave out what follows, or the bracket that ends the file too early";
    Mistake::new(place, "nothing can follow the `}` that ends the file", help)
}

pub(super) fn key_without_quotes(place: Range<usize>, name: &str) -> Mistake {
    Mistake::new(place, "a key is written in double quotes", format!("write `\"{name}\"`"))
}

pub(super) fn no_opening_quote(at: usize) -> Mistake {
    Mistake::new(at..at, "the quote that begins this string is missing", "add `\"` before it")
}

pub(super) fn no_closing_quote(open: usize, what: &str) -> Mistake {
    Mistake::new(
        open..open + 1,
        format!("this {what} is not closed"),
        "add the `\"` that closes it",
    )
}

pub(super) fn string_of_lines(open: usize) -> Mistake {
    Mistake::new(
        open..open + 1,
        "a string cannot go on in the next line",
        "write it in one line, with `\\n` where a line break is meant",
    )
}

pub(super) fn quote_inside(quote: usize) -> Mistake {
    Mistake::new(
        quote..quote + 1,
        "this quote ends the string too early",
        "write `\\\"` for a quote in a string",
    )
}

pub(super) fn other_quotes(place: Range<usize>) -> Mistake {
    Mistake::new(
        place,
        "a string is written in double quotes",
        "write `\"` in front of it and behind it",
    )
}

pub(super) fn escaped_end(backslash: usize) -> Mistake {
    Mistake::new(
        backslash..backslash + 1,
        "this backslash keeps the quote from ending the string",
        "leave it out, or write `\\\\` for a backslash",
    )
}

pub(super) fn bad_escape(place: Range<usize>) -> Mistake {
    Mistake::new(place, "there is no such escape in JSON", "write `\\\\` for a backslash")
}

pub(super) fn control(place: Range<usize>, written: char) -> Mistake {
    Mistake::new(
        place,
        "a control character cannot stand in a string",
        format!("leave it out, or write `\\u{:04x}`", u32::from(written)),
    )
}

pub(super) fn comment(place: Range<usize>) -> Mistake {
    let help = "leave them out; a TOML catalog can have some";
    Mistake::new(place, "JSON has no comments", help)
}

pub(super) fn not_a_blank(place: Range<usize>, character: char) -> Mistake {
    let (called, help) = match character {
        '\u{A0}' | '\u{202F}' => ("a no-break space", "write a space, or leave it out"),
        _ if character.is_whitespace() => {
            ("a blank of another kind", "write a space, or leave it out")
        }
        _ => ("a control character", "leave it out"),
    };
    let code = u32::from(character);
    Mistake::new(place, format!("this character cannot stand here: U+{code:04X}, {called}"), help)
}
