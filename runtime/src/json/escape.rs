//! Text as the inside of a JSON string (RFC 8259 §7).
//!
//! Nearly no text has anything to escape, so eight bytes at a time are looked at as one number, and
//! what is plain is copied as it is.

use alloc::vec::Vec;

/// Appends some text, escaped.
pub(super) fn escape(text: &[u8], out: &mut Vec<u8>) {
    let mut plain = 0;
    let mut at = 0;
    let (words, rest) = text.as_chunks::<8>();
    for word in words {
        if has_special(u64::from_le_bytes(*word)) {
            for byte in word {
                special(text, *byte, at, &mut plain, out);
                at += 1;
            }
        } else {
            at += 8;
        }
    }
    for byte in rest {
        special(text, *byte, at, &mut plain, out);
        at += 1;
    }
    out.extend_from_slice(&text[plain..]);
}

/// Where a byte has to be escaped, appends what is plain before it, and its escape.
fn special(text: &[u8], byte: u8, at: usize, plain: &mut usize, out: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        0x00..=0x1f => b'u',
        _ => return,
    };
    out.extend_from_slice(&text[*plain..at]);
    out.extend_from_slice(&[b'\\', short]);
    if short == b'u' {
        let digit = |nibble: u8| b"0123456789abcdef"[usize::from(nibble)];
        out.extend_from_slice(&[b'0', b'0', digit(byte >> 4), digit(byte & 15)]);
    }
    *plain = at + 1;
}

/// Whether one of eight bytes is a quote, a backslash or a control character.
const fn has_special(word: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    // A byte less than some number borrows from its highest bit, which no byte of ASCII has set.
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let quote = word ^ (ONES * b'"' as u64);
    let quote = quote.wrapping_sub(ONES) & !quote;
    let backslash = word ^ (ONES * b'\\' as u64);
    let backslash = backslash.wrapping_sub(ONES) & !backslash;
    (control | quote | backslash) & HIGH != 0
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::escape;

    #[test]
    fn every_character_at_every_place_is_written_as_the_reference_writes_it() {
        for character in (0..=0x2FF).chain([0x2028, 0x1F600]).filter_map(char::from_u32) {
            for before in 0..18 {
                for behind in [0, 1, 9] {
                    let plain = |length| "x".repeat(length);
                    let text: String = [plain(before), character.into(), plain(behind)].concat();
                    let mut out = Vec::from(*b"\"");
                    escape(text.as_bytes(), &mut out);
                    out.push(b'"');
                    assert_eq!(out, serde_json::to_vec(&text).expect("a string"), "{text:?}");
                }
            }
        }
    }
}
