//! The inside of a JSON string as text.

use alloc::string::String;

/// Unescapes the inside of a string. Halves of surrogate pairs and bytes that are no UTF-8 become
/// U+FFFD, and an escape that JSON does not have stays as it is: a body that was cut or encoded in the
/// wrong place is still read.
pub(crate) fn unescape(inside: &[u8]) -> String {
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.iter().position(|byte| *byte == b'\\') {
        text.push_str(&String::from_utf8_lossy(&rest[..at]));
        let (character, behind) = escape(&rest[at + 1..]);
        text.push(character);
        rest = behind;
    }
    text.push_str(&String::from_utf8_lossy(rest));
    text
}

/// The character that an escape stands for, and what is behind it.
fn escape(behind_backslash: &[u8]) -> (char, &[u8]) {
    let Some((kind, rest)) = behind_backslash.split_first() else { return ('\\', &[]) };
    let character = match kind {
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'"' | b'\\' | b'/' => char::from(*kind),
        b'u' => return unicode(rest),
        _ => return ('\\', behind_backslash),
    };
    (character, rest)
}

/// The character of `\uXXXX`, or of two of them that are a surrogate pair.
fn unicode(rest: &[u8]) -> (char, &[u8]) {
    let Some((first, rest)) = hex(rest) else { return ('\u{FFFD}', rest) };
    if let Some(character) = char::from_u32(first) {
        return (character, rest);
    }
    let second = rest.strip_prefix(b"\\u").and_then(hex);
    match second {
        Some((second @ 0xDC00..=0xDFFF, behind)) if first < 0xDC00 => {
            let character = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            (char::from_u32(character).unwrap_or('\u{FFFD}'), behind)
        }
        _ => ('\u{FFFD}', rest),
    }
}

/// The number that four hexadecimal digits write, and what is behind them.
fn hex(text: &[u8]) -> Option<(u32, &[u8])> {
    let (digits, rest) = text.split_first_chunk::<4>()?;
    let digits = digits.iter().map(|digit| char::from(*digit).to_digit(16));
    let number = digits.reduce(|number, digit| Some(number? * 16 + digit?))??;
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::unescape;

    #[test]
    fn escapes_are_read_as_the_reference_reads_them() {
        for inside in [
            "",
            "plain é",
            r#"a\"b\\c\/d\n\r\t\b\f"#,
            r"\u0041\u00e9\u20AC",
            r"\ud83d\ude22 and \uD83D\uDE22",
        ] {
            let expected: alloc::string::String =
                serde_json::from_str(&format!("\"{inside}\"")).expect("a string");
            assert_eq!(unescape(inside.as_bytes()), expected, "{inside}");
        }
    }

    #[test]
    fn what_is_broken_is_replaced() {
        for (inside, text) in [
            (&br"\ud83d"[..], "\u{FFFD}"),
            (br"\ud83dx", "\u{FFFD}x"),
            (br"\ude22", "\u{FFFD}"),
            (br"\ud83d\u0041", "\u{FFFD}A"),
            (br"\u12", "\u{FFFD}12"),
            (br"\x", "\\x"),
            (br"a\", "a\\"),
            (b"a\xFFb", "a\u{FFFD}b"),
        ] {
            assert_eq!(unescape(inside), text, "{inside:?}");
        }
    }
}
