//! What is wrong with the syntax of a file, in the words of people who write catalogs: every mistake
//! says what to do about it.

use std::ops::Range;

use toml_parser::ParseError;

use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Subject};
use crate::source::{FileId, Span, offset};

/// A mistake in the syntax; its places are bytes of the file.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    pub(super) place: Range<usize>,
    /// The key or the value that it is in, whose spelling is doubtful.
    word: Range<usize>,
    message: String,
    help: String,
}

impl Mistake {
    pub(super) fn new(
        place: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { word: place.clone(), place, message: message.into(), help: help.into() }
    }

    /// The same at another place.
    pub(super) fn at(self, place: Range<usize>) -> Self {
        Self { word: place.clone(), place, ..self }
    }

    /// The same in a key or a value.
    pub(super) fn in_word(self, word: Range<usize>) -> Self {
        Self { word, ..self }
    }

    /// The same in a text that stands so many bytes further behind.
    pub(super) fn moved(self, by: usize) -> Self {
        let place = self.place.start + by..self.place.end + by;
        self.at(place)
    }

    pub(super) fn finding(self, file: FileId) -> Finding {
        let span =
            |place: Range<usize>| Span { file, start: offset(place.start), end: offset(place.end) };
        let (place, word) = (span(self.place), span(self.word));
        let message = format!("this is not valid TOML: {}", self.message);
        let error = Diagnostic::error(place, message).help(self.help);
        error.explains(Subject::Spelling(place)).explains(Subject::Spelling(word))
    }
}

/// The mistake behind an error of the parser's in the arrangement of keys and values. `text` is what was
/// parsed.
pub(super) fn of_grammar(error: &ParseError, text: &str) -> Mistake {
    let context = error.context().unwrap_or_default();
    let place = error.unexpected().unwrap_or(context);
    let (context, at) = (context.start()..context.end(), place.start());
    let word = word_at(text, at);
    let here = at..place.end();
    match error.description() {
        "unclosed array" => unclosed(context.start, '['),
        "unclosed inline table" => unclosed(context.start, '{'),
        "unclosed table" | "unclosed array table" => {
            Mistake::new(context, "the name of this table is not closed", "add the `]` behind it")
        }
        "missing inline table opening" => no_opening(at, '{'),
        "missing array opening" | "missing table open" | "invalid inline table element" => {
            no_opening(at, '[')
        }
        "key with no value" | "missing value for key" => {
            let words = words_before(text, at);
            Mistake::new(words, "this key has no value", "write a key, `=` and a value")
        }
        "missing value" => no_value(behind_words(text, at)),
        "extra `=`" | "extra assignment between key-value pairs" | "unexpected `=` in array" => {
            Mistake::new(at..at + 1, "there is a `=` too many", "leave it out")
        }
        "extra comma in array" | "extra comma in inline table" => {
            Mistake::new(at..at + 1, "there is a comma too many", "leave it out")
        }
        "missing comma between array elements" => no_comma(word, "items"),
        "missing comma between key-value pairs" => no_comma(word, "keys"),
        "missing assignment between key-value pairs" => no_equals(word),
        "missing key for inline table element" | "invalid key-value pair" => {
            Mistake::new(word, "this has no key", "write a key and `=` before it")
        }
        "cannot recurse further; max recursion depth met" => Mistake::new(
            here,
            "values nest too deeply",
            "a catalog needs no such depth; is a bracket not closed?",
        ),
        "invalid comment character" => Mistake::new(
            at..at + 1,
            "this character cannot be in a comment",
            "leave it out; it is a control character",
        ),
        "carriage return must be followed by newline" => Mistake::new(
            at.saturating_sub(1)..at,
            "a carriage return alone ends no line",
            "end lines with a line feed, or with both",
        ),
        _ => too_much(word),
    }
}

pub(super) fn unclosed(open: usize, bracket: char) -> Mistake {
    let (what, close) = if bracket == '[' { ("list", ']') } else { ("table", '}') };
    Mistake::new(
        open..open + 1,
        format!("this {what} is not closed"),
        format!("add the `{close}` that closes it"),
    )
}

pub(super) fn no_opening(at: usize, bracket: char) -> Mistake {
    let close = if bracket == '[' { ']' } else { '}' };
    Mistake::new(
        at..at,
        format!("`{bracket}` is missing"),
        format!("add the `{bracket}` that the `{close}` closes"),
    )
}

pub(super) fn no_value(at: usize) -> Mistake {
    Mistake::new(
        at..at,
        "there is no value here",
        "write a value behind the `=`, or leave the key out",
    )
}

pub(super) fn no_comma(before: Range<usize>, things: &str) -> Mistake {
    Mistake::new(
        before,
        "a comma is missing before this",
        format!("write `,` between two {things}"),
    )
}

pub(super) fn arrow_for_equals(arrow: Range<usize>) -> Mistake {
    Mistake::new(
        arrow,
        "a `=>` stands between a key and its value",
        "write `=` between a key and its value",
    )
}

pub(super) fn no_equals(before: Range<usize>) -> Mistake {
    Mistake::new(before, "`=` is missing before this", "write `=` between a key and its value")
}

/// What stands behind a value or a header, where a line ends.
pub(super) fn too_much(place: Range<usize>) -> Mistake {
    Mistake::new(
        place,
        "nothing but a comment can follow on this line",
        "leave it out, or begin a new line before it",
    )
}

/// The characters up to the next blank, one at least.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '=' | '[' | ']' | '{' | '}' | '#');
    let length = if rest.starts_with(['"', '\'']) {
        let quote = rest.chars().next().unwrap_or('"');
        let line = rest.lines().next().unwrap_or_default();
        line[1..].find(quote).map_or(line.len(), |close| close + 2)
    } else {
        rest.find(ends).unwrap_or(rest.len()).max(first)
    };
    at..at + length
}

/// Where the blanks begin before a place.
pub(super) fn behind_words(text: &str, at: usize) -> usize {
    text.get(..at).map_or(at, |before| before.trim_end_matches([' ', '\t']).len())
}

/// What stands on the line before a place, without the blanks around it.
fn words_before(text: &str, at: usize) -> Range<usize> {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |newline| newline + 1);
    let words = before[line..].trim_end();
    let blank = words.len() - words.trim_start().len();
    line + blank..line + words.len()
}
