//! Text as the inside of a JSON string (RFC 8259 §7).
//!
//! Nearly no text has anything to escape: eight bytes are compared at once, and plain text is copied
//! as a whole.

use alloc::vec::Vec;
use core::fmt;

use crate::text_out::TextOut;
use crate::word::{equal, less};

/// Appends some text, escaped.
#[inline]
pub(crate) fn push_escaped(text: &[u8], out: &mut Vec<u8>) {
    if is_plain(text) {
        out.extend_from_slice(text);
    } else {
        escape_each(text, out);
    }
}

#[cold]
fn escape_each(text: &[u8], out: &mut Vec<u8>) {
    let mut plain = 0;
    for (at, byte) in text.iter().enumerate() {
        let short = match byte {
            b'"' | b'\\' => *byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            0x00..=0x1f => b'u',
            _ => continue,
        };
        out.extend_from_slice(&text[plain..at]);
        out.extend_from_slice(&[b'\\', short]);
        if short == b'u' {
            let digit = |nibble: u8| b"0123456789abcdef"[usize::from(nibble)];
            out.extend_from_slice(&[b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
        }
        plain = at + 1;
    }
    out.extend_from_slice(&text[plain..]);
}

/// Whether nothing in a text has to be escaped. The last chunk may overlap the one before it.
#[inline]
pub(crate) fn is_plain(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk::<8>() {
        let is_special = |word: &[u8; 8]| has_special(u64::from_le_bytes(*word));
        !text.as_chunks::<8>().0.iter().any(is_special) && !is_special(last)
    } else {
        text.iter().all(|byte| *byte >= 0x20 && !matches!(byte, b'"' | b'\\'))
    }
}

/// Whether one of eight bytes is a quote, a backslash or a control character.
const fn has_special(word: u64) -> bool {
    less(word, b' ') | equal(word, b'"') | equal(word, b'\\') != 0
}

/// Escapes text on its way into a JSON string.
pub(crate) struct Escaped<'v>(pub(crate) &'v mut Vec<u8>);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push_escaped(text.as_bytes(), self.0);
        Ok(())
    }
}

impl TextOut for Escaped<'_> {
    fn write_plain(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::push_escaped;

    #[test]
    fn every_character_at_every_place_is_written_as_the_reference_writes_it() {
        for character in (0..=0x2FF).chain([0x2028, 0x1F600]).filter_map(char::from_u32) {
            for before in 0..18 {
                for behind in [0, 1, 9] {
                    let plain = |length| "x".repeat(length);
                    let text: String = [plain(before), character.into(), plain(behind)].concat();
                    let mut out = Vec::from(*b"\"");
                    push_escaped(text.as_bytes(), &mut out);
                    out.push(b'"');
                    assert_eq!(out, serde_json::to_vec(&text).expect("a string"), "{text:?}");
                }
            }
        }
    }
}
