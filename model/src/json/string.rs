//! What is between the quotes of a string: its text, and the mistakes in it.

use std::borrow::Cow;
use std::ops::Range;

use super::mistake::{self, Mistake};

/// The text of a string without its quotes, as far as it can be read, and whether all of it can.
pub(super) fn text<'s>(
    file: &'s str,
    inside: Range<usize>,
    mistakes: &mut Vec<Mistake>,
) -> (Cow<'s, str>, bool) {
    let raw = &file[inside.clone()];
    if !raw.bytes().any(|byte| byte == b'\\' || byte < 0x20) {
        return (Cow::Borrowed(raw), true);
    }
    let mut reader = Reader { raw, at: 0, start: inside.start, mistakes };
    let (mut text, mut is_whole, mut has_control) = (String::with_capacity(raw.len()), true, false);
    while let Some(next) = raw[reader.at..].chars().next() {
        if next == '\\' {
            match reader.escape() {
                Some(character) => text.push(character),
                None => is_whole = false,
            }
            continue;
        }
        if next >= ' ' {
            text.push(next);
        } else if !std::mem::replace(&mut has_control, true) {
            let at = reader.start + reader.at;
            reader.mistakes.push(mistake::control(at..at + 1, next));
        }
        reader.at += next.len_utf8();
    }
    (Cow::Owned(text), is_whole)
}

struct Reader<'s, 'm> {
    raw: &'s str,
    at: usize,
    /// Where it begins in the file.
    start: usize,
    mistakes: &'m mut Vec<Mistake>,
}

impl Reader<'_, '_> {
    /// The character that an escape stands for; none for a wrong one, which is reported.
    fn escape(&mut self) -> Option<char> {
        let start = self.at;
        self.at += 1;
        let simple = match self.raw.as_bytes().get(self.at) {
            Some(byte @ (b'"' | b'\\' | b'/')) => Some(char::from(*byte)),
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            Some(b'n') => Some('\n'),
            Some(b'r') => Some('\r'),
            Some(b't') => Some('\t'),
            _ => None,
        };
        if simple.is_some() {
            self.at += 1;
            return simple;
        }
        let character = self.unit().and_then(|first| match first {
            0xD800..=0xDBFF => {
                self.unit().filter(|second| (0xDC00..=0xDFFF).contains(second)).and_then(|second| {
                    char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
                })
            }
            first => char::from_u32(first),
        });
        if character.is_none() {
            let place = self.start + start..self.start + self.at;
            self.mistakes.push(mistake::bad_escape(place));
        }
        character
    }

    /// `u` and four hexadecimal digits, the backslash before them read for a second one.
    fn unit(&mut self) -> Option<u32> {
        let rest = &self.raw[self.at..];
        let rest = rest.strip_prefix('\\').unwrap_or(rest);
        let digits = rest.strip_prefix('u')?.get(..4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at = self.raw.len() - rest.len() + 5;
        u32::from_str_radix(digits, 16).ok()
    }
}
