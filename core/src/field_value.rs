//! The value of a header as text (RFC 9110 §5.5). Whatever stands in its slots, it is one line of ASCII:
//! nobody who sets a slot can end the header and begin another one.

use alloc::string::String;
use core::fmt::{self, Write};

use crate::text_out::TextOut;

/// A value while it is written. Each control character but a tab becomes a blank, as recipients have to
/// read them (RFC 9110 §5.5); `…` becomes `...`, and any other character that is not ASCII `?`.
#[derive(Default)]
pub(crate) struct FieldValue {
    text: String,
    /// Whether it is inside of a quoted string (RFC 9110 §5.6.4).
    is_quoted: bool,
    /// Whether a backslash there is waiting for the character that it quotes.
    is_escaped: bool,
    is_slot: bool,
}

impl FieldValue {
    /// Writes what stands in a slot. In a quoted string, its quotation marks and backslashes are escaped.
    pub(crate) fn slot(&mut self, write: impl FnOnce(&mut Self) -> fmt::Result) -> fmt::Result {
        if core::mem::take(&mut self.is_escaped) {
            // The catalog's own backslash quotes itself, and nothing of the slot.
            self.text.push('\\');
        }
        self.is_slot = true;
        let written = write(self);
        self.is_slot = false;
        written
    }

    /// The value; `None` where it is empty. Blanks around it are no part of it.
    pub(crate) fn finish(self) -> Option<String> {
        let value = self.text.trim_matches([' ', '\t']);
        match value.len() {
            0 => None,
            length if length == self.text.len() => Some(self.text),
            _ => Some(value.into()),
        }
    }

    fn push(&mut self, character: char) {
        match character {
            '"' | '\\' if self.is_slot && self.is_quoted => self.text.push('\\'),
            _ if self.is_slot => {}
            _ if self.is_escaped => self.is_escaped = false,
            '\\' if self.is_quoted => self.is_escaped = true,
            '"' => self.is_quoted = !self.is_quoted,
            _ => {}
        }
        self.text.push(character);
    }
}

impl TextOut for FieldValue {}

impl Write for FieldValue {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '\t' | ' '..='~' => self.push(character),
                '…' => self.text.push_str("..."),
                control if control.is_control() => self.text.push(' '),
                _ => self.text.push('?'),
            }
        }
        Ok(())
    }
}

/// What stands for an escaped quotation mark and an escaped backslash while a value is matched. No header
/// has them.
const QUOTE: char = '\u{1}';
const BACKSLASH: char = '\u{2}';

/// A value that was received, with its quoted pairs as characters of their own: a quotation mark that is
/// left is the end of a quoted string, or its beginning.
pub(crate) fn without_pairs(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut is_quoted = false;
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' if is_quoted => match characters.next() {
                Some('"') => text.push(QUOTE),
                Some('\\') | None => text.push(BACKSLASH),
                Some(other) => text.push(other),
            },
            '"' => {
                is_quoted = !is_quoted;
                text.push('"');
            }
            other => text.push(other),
        }
    }
    text
}

/// A piece of such a value as text.
pub(crate) fn with_pairs(text: &str) -> String {
    text.replace(QUOTE, "\"").replace(BACKSLASH, "\\")
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    fn value(before: &str, slot: &str, behind: &str) -> Option<String> {
        let mut value = FieldValue::default();
        value.write_str(before).expect("it takes all");
        value.slot(|value| value.write_str(slot)).expect("it takes all");
        value.write_str(behind).expect("it takes all");
        value.finish()
    }

    #[test]
    fn a_value_is_one_line_of_ascii() {
        let text = "a\r\nSet-Cookie: b\0\u{7f}\u{85}é…\u{2028}\u{10ffff}~\tz";
        let expected = "a  Set-Cookie: b   ?...??~\tz";
        assert_eq!(value("", text, "").as_deref(), Some(expected));
        assert_eq!(value("", " \r\n\t ", ""), None);
        assert_eq!(value("", "\r\nx\r\n", "").as_deref(), Some("x"));
    }

    #[test]
    fn a_quoted_string_ends_where_the_catalog_ends_it() {
        for slot in [r#"a", error="b"#, r"\", "\\\\\"", "\"\\\"", "\u{1}\u{2}", "plain"] {
            for before in ["x=\"", "x=\"\\\" ", "x=\"\\", "x=\"\\\\"] {
                let written = value(before, slot, "\"").expect("a value");
                let read = without_pairs(&written);
                // The only quotation marks left are those of the catalog.
                assert_eq!(read.matches('"').count(), 2, "{before} {slot} {written}");
                assert!(read.ends_with('"'), "{written}");
            }
            let written = value("x=\"", slot, "\"").expect("a value");
            let read = with_pairs(&without_pairs(&written)[3..]);
            let expected = slot.replace(['\u{1}', '\u{2}'], " ");
            assert_eq!(read, format!("{expected}\""));
        }
        assert_eq!(value("x=", "a\"b\\", "").as_deref(), Some("x=a\"b\\"));
    }
}
