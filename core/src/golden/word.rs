//! The words of a line, one blank between them.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::json;

/// A text as one word: as it is, or as a JSON string where it would not be read as one word.
pub(super) fn written(text: &str) -> Cow<'_, str> {
    let is_odd = |character: char| character.is_whitespace() || character.is_control();
    if text.is_empty() || text.starts_with('"') || text.contains(is_odd) {
        Cow::Owned(json::quoted(text))
    } else {
        Cow::Borrowed(text)
    }
}

/// The first word of a line as it is written, and what is behind the blank that ends it; `None` where a
/// JSON string does not end, or something else than a blank is behind it.
pub(super) fn split(line: &str) -> Option<(&str, &str)> {
    if !line.starts_with('"') {
        return Some(line.split_once(' ').unwrap_or((line, "")));
    }
    let (word, rest) = line.split_at(end_of_string(line)?);
    if rest.is_empty() { Some((word, "")) } else { Some((word, rest.strip_prefix(' ')?)) }
}

/// The text of a word.
pub(super) fn read(word: &str) -> String {
    match word.strip_prefix('"').and_then(|word| word.strip_suffix('"')) {
        Some(inside) => json::unescape(inside.as_bytes()),
        None => word.into(),
    }
}

/// The byte behind the quotation mark that ends a JSON string.
fn end_of_string(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    let ends = |(_, byte): &(usize, u8)| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    };
    text.bytes().enumerate().skip(1).find(ends).map(|(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_it_was_written() {
        for text in ["", "a", "a b", "\"", "a\"b", "\\", "\" \\\"", "a\nb", "é", "\u{a0}", "\u{1}"]
        {
            let word = written(text);
            for behind in ["", "next word"] {
                let line = alloc::format!("{word} {behind}");
                let line = line.strip_suffix(' ').unwrap_or(&line);
                assert_eq!(split(line), Some((&*word, behind)), "{line}");
            }
            assert_eq!(read(&word), text);
            assert!(!word.contains('\n'));
        }
        assert_eq!(written("https://api.example/a?b={c}"), "https://api.example/a?b={c}");
    }

    #[test]
    fn a_string_that_does_not_end_is_no_word() {
        for line in ["\"", "\"a", "\"a\\\"", "\"a\"b", "\"a\"\"b\""] {
            assert_eq!(split(line), None, "{line}");
        }
    }
}
