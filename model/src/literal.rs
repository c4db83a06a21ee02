//! Maps byte ranges of a string's value to spans of its literal, through quotes and escapes.

use std::ops::Range;

use crate::source::{Sources, Span, offset};

/// The span of a byte range of a string's value, whose literal is at `literal`.
pub(crate) fn place(sources: &Sources, literal: Span, value: Range<usize>) -> Span {
    let range = raw_range(sources.text(literal), value);
    let at = |raw| literal.start + offset(raw);
    Span { start: at(range.start), end: at(range.end), ..literal }
}

fn raw_range(raw: &str, value: Range<usize>) -> Range<usize> {
    let start = raw_offset(raw, value.start);
    // An escaped line ending right before the range is not part of it.
    let folded = match raw[start..].strip_prefix('\\') {
        Some(rest) if rest.starts_with(char::is_whitespace) => {
            rest.len() - rest.trim_start().len() + 1
        }
        _ => 0,
    };
    start + folded..raw_offset(raw, value.end)
}

/// The offset in a literal of a byte of its value.
fn raw_offset(raw: &str, value: usize) -> usize {
    let Some(quote @ ('"' | '\'')) = raw.chars().next() else { return value.min(raw.len()) };
    let mut at = if raw.len() >= 6 && raw[1..].starts_with([quote]) && raw[2..].starts_with([quote])
    {
        3
    } else {
        1
    };
    if at == 3 {
        // A newline right behind the opening quotes is not part of the value.
        at += ["\r\n", "\n"]
            .iter()
            .find(|end| raw[3..].starts_with(**end))
            .map_or(0, |end| end.len());
    }
    let mut decoded = 0;
    while decoded < value {
        let Some(character) = raw[at..].chars().next() else { break };
        if character == '\\' && quote == '"' {
            let (length, bytes) = escape(&raw[at..]);
            at += length;
            decoded += bytes;
        } else {
            at += character.len_utf8();
            decoded += character.len_utf8();
        }
    }
    at
}

/// How many bytes an escape takes, and how many it stands for.
fn escape(raw: &str) -> (usize, usize) {
    let hexadecimal = |digits: usize| {
        let scalar = raw.get(2..2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        match scalar {
            // Half of a JSON surrogate pair; both together stand for four bytes.
            Some(0xD800..=0xDFFF) => (2 + digits, 2),
            scalar => (2 + digits, scalar.and_then(char::from_u32).map_or(1, char::len_utf8)),
        }
    };
    match raw.chars().nth(1) {
        Some('x') => hexadecimal(2),
        Some('u') => hexadecimal(4),
        Some('U') => hexadecimal(8),
        Some(blank) if blank.is_whitespace() => {
            let rest = raw[1..].trim_start();
            (raw.len() - rest.len(), 0)
        }
        Some(other) => (1 + other.len_utf8(), 1),
        None => (1, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::raw_range;

    fn piece<'r>(raw: &'r str, value: &str, piece: &str) -> &'r str {
        let start = value.find(piece).expect("a piece of the value");
        &raw[raw_range(raw, start..start + piece.len())]
    }

    #[test]
    fn pieces_are_found_behind_escapes() {
        assert_eq!(piece(r#""é {id}""#, "é {id}", "{id}"), "{id}");
        assert_eq!(piece(r#""\u00e9\t{id}""#, "é\t{id}", "{id}"), "{id}");
        assert_eq!(piece(r#""\ud83d\ude00{id}""#, "😀{id}", "{id}"), "{id}");
        assert_eq!(piece(r"'\u{id}'", r"\u{id}", "{id}"), "{id}");
    }

    #[test]
    fn pieces_are_found_over_several_lines() {
        assert_eq!(piece("\"\"\"\na {id}\"\"\"", "a {id}", "{id}"), "{id}");
        assert_eq!(piece("\"\"\"a \\\n   {id}\"\"\"", "a {id}", "{id}"), "{id}");
        assert_eq!(piece("'''\r\na\n{id}'''", "a\n{id}", "{id}"), "{id}");
    }
}
