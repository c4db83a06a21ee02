//! Scans JSON that may be truncated, or not be JSON at all: what stands before the first error is
//! read. That is why the scanner is ours; a parser of valid JSON would give nothing.
//!
//! A function takes an offset in a text and returns the offset behind what it scans; `None` where the
//! text ends or is no JSON, and nothing more can be read. Values are delimited, not parsed.

use core::ops::Range;

use crate::word::equal;

/// Bytes without a byte order mark, which is no part of the text (RFC 8259 §8.1).
pub(super) fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Behind any white space.
#[inline]
pub(super) fn blanks(text: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\n' | b'\r') = text.get(at) {
        at += 1;
    }
    at
}

/// Behind a colon and the white space around it.
#[inline]
pub(super) fn colon(text: &[u8], at: usize) -> Option<usize> {
    let at = blanks(text, at);
    (*text.get(at)? == b':').then(|| blanks(text, at + 1))
}

/// Behind a comma, if there is one, and the white space around it.
#[inline]
pub(super) fn comma(text: &[u8], at: usize) -> usize {
    let at = blanks(text, at);
    match text.get(at) {
        Some(b',') => blanks(text, at + 1),
        _ => at,
    }
}

/// Behind the value that begins here.
#[inline]
pub(super) fn value(text: &[u8], at: usize) -> Option<usize> {
    match text.get(at)? {
        b'"' => string(text, at).map(|(end, _)| end),
        b'{' | b'[' => nested(text, at),
        b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => {
            let is_end =
                |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
            // Only what comes behind it ends a number; one at the very end may have lost digits.
            Some(at + text[at..].iter().position(is_end)?)
        }
        _ => None,
    }
}

/// The value of a member of an object, the last one of that name; `None` where there is none.
pub(super) fn member(object: &[u8], is_name: impl Fn(&[u8]) -> bool) -> Option<&[u8]> {
    let mut found = None;
    let mut at = blanks(object, 1);
    while object.get(at) == Some(&b'"')
        && let Next::Member { key, start, .. } = next(object, at)?
    {
        let end = value(object, start)?;
        if is_name(&object[key]) {
            found = Some(&object[start..end]);
        }
        at = comma(object, end);
    }
    found
}

/// What comes next in an object.
pub(super) enum Next {
    /// A member: its key with its quotes, whether there is a backslash in that, and where its value starts.
    Member { key: Range<usize>, is_escaped: bool, start: usize },
    /// The end, and the offset behind it.
    End(usize),
}

/// The member that begins here, or the end of the object.
#[allow(clippy::inline_always, reason = "every member of a body goes through here")]
#[inline(always)]
pub(super) fn next(text: &[u8], at: usize) -> Option<Next> {
    match text.get(at)? {
        b'"' => {
            let (end, is_escaped) = string(text, at)?;
            Some(Next::Member { key: at..end, is_escaped, start: colon(text, end)? })
        }
        b'}' => Some(Next::End(at + 1)),
        _ => None,
    }
}

/// Behind everything between two brackets. Depth is counted, without recursion.
fn nested(text: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        let byte = text.get(at)?;
        at = if *byte == b'"' { string(text, at)?.0 } else { at + 1 };
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return Some(at),
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
}

/// Behind the string that begins here, and whether there is a backslash in it.
pub(super) fn string(text: &[u8], at: usize) -> Option<(usize, bool)> {
    let mut rest = text.get(at + 1..)?;
    let mut is_escaped = false;
    loop {
        match special(rest)? {
            [b'"', behind @ ..] => return Some((text.len() - behind.len(), is_escaped)),
            escape => rest = escape.get(2..)?,
        }
        is_escaped = true;
    }
}

/// The text from its first quotation mark or backslash on. Eight bytes are compared at once.
pub(super) fn special(mut text: &[u8]) -> Option<&[u8]> {
    while let Some((word, behind)) = text.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*word);
        let special = equal(word, b'"') | equal(word, b'\\');
        if special != 0 {
            return text.get(special.trailing_zeros() as usize / 8..);
        }
        text = behind;
    }
    let at = text.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
    Some(&text[at..])
}

#[cfg(test)]
mod tests {
    use super::{blanks, string, value};

    #[test]
    fn values_end_where_they_end() {
        for whole in
            ["1", "-1.5e3", "true", "null", "\"a\"", r#""a\"b\\""#, "[1,[2],{}]", r#"{"}":"]"}"#]
        {
            let text = alloc::format!(" {whole} , 2");
            let start = blanks(text.as_bytes(), 0);
            let end = value(text.as_bytes(), start).expect("a value");
            assert_eq!(&text[start..end], whole);
        }
        for broken in ["", "<html>", "\"a", "[1", "{", "\"\\", "]", "40", "tru"] {
            assert_eq!(value(broken.as_bytes(), 0), None, "{broken}");
        }
    }

    #[test]
    fn strings_of_any_length_end_at_their_quotation_mark() {
        for length in 0..40 {
            for special in ["", "\\\"", "\\\\", "\\u0022\\n", "é", "\u{a2}\u{1f622}", "\u{1}#!]["]
            {
                for behind in ["", ",", "\"", "\\\"", "12345678\""] {
                    let plain = "x".repeat(length);
                    for whole in [
                        alloc::format!("\"{plain}{special}\""),
                        alloc::format!("\"{special}{plain}\""),
                    ] {
                        let text = alloc::format!("{whole}{behind}");
                        let end = string(text.as_bytes(), 0);
                        assert_eq!(end, Some((whole.len(), whole.contains('\\'))), "{text}");
                        let open = &text[..whole.len() - 1];
                        assert_eq!(string(open.as_bytes(), 0), None, "{open}");
                    }
                }
            }
        }
    }
}
