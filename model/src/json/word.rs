//! Numbers, `true`, `false` and `null`, and what stands in the place of one.

use std::borrow::Cow;
use std::ops::Range;

use api_error_catalog_core::json::is_number;

use super::mistake::{self, Mistake};
use crate::tree::ValueKind;

pub(super) fn is_value(word: &str) -> bool {
    matches!(word, "true" | "false" | "null") || is_number(word)
}

/// Whether a number was probably meant.
pub(super) fn is_like_number(word: &str) -> bool {
    word.trim_start_matches(['+', '-', '.']).starts_with(|c: char| c.is_ascii_digit())
}

/// The value of a word; `Broken` with its mistake where it is none.
pub(super) fn value(word: &str, place: Range<usize>) -> (ValueKind<'_>, Option<Mistake>) {
    let value = match word {
        "true" => ValueKind::Boolean(true),
        "false" => ValueKind::Boolean(false),
        "null" => ValueKind::Null,
        _ if is_number(word) => {
            word.parse().map_or(ValueKind::Number(Cow::Borrowed(word)), ValueKind::Integer)
        }
        _ => return (ValueKind::Broken, Some(wrong(word, place))),
    };
    (value, None)
}

fn wrong(word: &str, place: Range<usize>) -> Mistake {
    let known = match word.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some("true"),
        "false" | "no" | "off" => Some("false"),
        "null" | "none" | "nil" | "undefined" => Some("null"),
        _ => None,
    };
    if let Some(known) = known {
        let help = format!("write `{known}`");
        return Mistake::new(place, "there is no such word in JSON", help);
    }
    let unsigned = word.trim_start_matches(['+', '-']);
    if is_like_number(word) || matches!(unsigned, "NaN" | "Infinity" | "inf" | "nan") {
        let help = match meant(word) {
            Some(number) => format!("write `{number}`"),
            None => "write it in decimal digits".to_owned(),
        };
        return Mistake::new(place, "there is no such number in JSON", help);
    }
    mistake::other_quotes(place)
}

/// The number that was probably meant.
fn meant(word: &str) -> Option<String> {
    let digits = word.trim_start_matches('+').replace('_', "");
    let number = match digits.strip_prefix("0x") {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?.to_string(),
        None if digits.starts_with('.') => format!("0{digits}"),
        None => digits.trim_start_matches('0').trim_end_matches('.').to_owned(),
    };
    is_number(&number).then_some(number)
}
