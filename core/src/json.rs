//! JSON text (RFC 8259): writing it, and the parts of it that are decided in one place.

mod escape;
mod unescape;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::text_out::TextOut;
pub(crate) use escape::{Escaped, is_plain, push_escaped};
pub(crate) use unescape::unescape;

/// Whether some text is a whole number as JSON writes it: no plus sign, no leading zeros. Nor is `-0`,
/// which most readers take for a fraction.
pub fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let zeros = digits.starts_with('0') && text.len() > 1;
    !digits.is_empty() && !zeros && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether some text is a number as JSON writes it (RFC 8259 §6).
pub fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let (integer, fraction) = match number.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (number, None),
    };
    (is_integer(integer) || integer == "-0")
        && fraction.is_none_or(digits)
        && exponent
            .is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// Text as a JSON string, with its quotes.
pub fn quoted(text: &str) -> String {
    let mut json = Vec::with_capacity(text.len() + 2);
    json.push(b'"');
    push_escaped(text.as_bytes(), &mut json);
    json.push(b'"');
    String::from_utf8(json).unwrap_or_default()
}

/// Writes a JSON value as text: a string without its quotes, anything else as it is.
pub(crate) fn write_as_text<W: TextOut>(json: &str, out: &mut W) -> fmt::Result {
    match json.strip_prefix('"').and_then(|json| json.strip_suffix('"')) {
        Some(inside) => out.write_str(&unescape(inside.as_bytes())),
        None => out.write_str(json),
    }
}

/// A comma, a key in quotes and a colon.
pub(crate) fn comma_and_key(key: &str) -> String {
    alloc::format!(",{}:", quoted(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_what_json_writes() {
        for text in ["0", "-1", "20404", "18446744073709551616"] {
            assert!(is_integer(text), "{text}");
        }
        for text in ["", "-", "-0", "007", "+5", "1.0", "1e3", "a", "-01", "1 "] {
            assert!(!is_integer(text), "{text}");
        }
    }

    #[test]
    fn numbers_are_what_json_reads() {
        for text in [
            "0", "-1", "1.50", "1e3", "-1.5E-7", "1e+2", "00", "1.", ".5", "1e", "+1", "1e1.5",
            "a", "",
        ] {
            let is_json = serde_json::from_str::<serde_json::Number>(text).is_ok();
            assert_eq!(is_number(text), is_json, "{text}");
        }
    }
}
