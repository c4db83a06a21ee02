//! The language ranges of an `Accept-Language` header, with their weights (RFC 9110 §12.5.4).

use crate::locale::leads_to;

/// A member of the header.
#[derive(Clone, Copy)]
pub(crate) struct LanguageRange<'h> {
    /// A basic language range (RFC 4647 §2.1); `None` for `*`.
    tag: Option<&'h [u8]>,
    pub(crate) weight: Weight,
}

/// How much a range is preferred (RFC 9110 §12.4.2), in thousandths: 1 to 1,000, or 0 for what is not
/// acceptable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Weight(u16);

/// The ranges of a header in its order. Malformed members are left out, as empty ones are.
pub(crate) fn language_ranges(accept_language: &str) -> impl Iterator<Item = LanguageRange<'_>> {
    let members = accept_language.as_bytes().split(|byte| *byte == b',');
    members.filter_map(LanguageRange::parse)
}

impl<'h> LanguageRange<'h> {
    fn parse(member: &'h [u8]) -> Option<Self> {
        let (range, weight) = match member.iter().position(|byte| *byte == b';') {
            Some(at) => (&member[..at], Weight::parse(trimmed(&member[at + 1..]))?),
            None => (member, Weight::ONE),
        };
        match trimmed(range) {
            b"*" => Some(Self { tag: None, weight }),
            tag if is_basic_range(tag) => Some(Self { tag: Some(tag), weight }),
            _ => None,
        }
    }

    pub(crate) fn is_wildcard(self) -> bool {
        self.tag.is_none()
    }

    /// Whether the range matches a locale: it is `*`, the locale, or the first subtags of it (RFC 4647
    /// §3.3.1).
    pub(crate) fn matches(self, locale: &str) -> bool {
        let Some(tag) = self.tag else { return true };
        let Some((first, rest)) = locale.as_bytes().split_at_checked(tag.len()) else {
            return false;
        };
        matches!(rest, [] | [b'-', ..]) && first.eq_ignore_ascii_case(tag)
    }

    /// Whether the range is longer than another one; `*` is the shortest of all.
    pub(crate) fn is_longer_than(self, other: Self) -> bool {
        self.tag.map(<[u8]>::len) > other.tag.map(<[u8]>::len)
    }

    /// Whether lookup for the range comes by a locale (RFC 4647 §3.4). There is none for `*`.
    pub(crate) fn leads_to(self, locale: &str) -> bool {
        self.tag.is_some_and(|tag| leads_to(tag, locale.as_bytes()))
    }
}

impl Weight {
    const ONE: Self = Self(1000);

    /// Reads `q=` with a number from 0 to 1 that has three decimals at most.
    fn parse(text: &[u8]) -> Option<Self> {
        let [b'q' | b'Q', b'=', whole @ b'0'..=b'1', rest @ ..] = text else { return None };
        let decimals = match rest {
            [] => rest,
            [b'.', decimals @ ..] if decimals.len() <= 3 => decimals,
            _ => return None,
        };
        let mut thousandths = u16::from(whole - b'0');
        for place in 0..3 {
            let digit = decimals.get(place).unwrap_or(&b'0');
            let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
            thousandths = thousandths * 10 + u16::from(digit);
        }
        (thousandths <= 1000).then_some(Self(thousandths))
    }

    pub(crate) fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// A text without the optional white space around it (RFC 9110 §5.6.3).
fn trimmed(mut text: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = text {
        text = rest;
    }
    text
}

/// Whether a text is a basic language range other than `*`: subtags of one to eight characters, the
/// first one of letters, the others of letters and digits (RFC 4647 §2.1).
fn is_basic_range(text: &[u8]) -> bool {
    let mut subtags = text.split(|byte| *byte == b'-');
    let is_subtag = |subtag: &[u8]| matches!(subtag.len(), 1..=8);
    subtags
        .next()
        .is_some_and(|first| is_subtag(first) && first.iter().all(u8::is_ascii_alphabetic))
        && subtags.all(|other| is_subtag(other) && other.iter().all(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;
    use core::str;

    use super::*;

    /// The ranges of a header, with their weights in thousandths.
    fn ranges(header: &str) -> Vec<(&str, u16)> {
        let text = |tag| str::from_utf8(tag).expect("ASCII");
        let ranges = language_ranges(header);
        ranges.map(|range| (range.tag.map_or("*", text), range.weight.0)).collect()
    }

    #[test]
    fn members_have_weights_and_white_space() {
        let header = "fr-CI,fr;q=0.9\t,\t, en ;\tQ=0.8 ,,*;q=0.001";
        assert_eq!(ranges(header), [("fr-CI", 1000), ("fr", 900), ("en", 800), ("*", 1)]);
        for nothing in ["", " ", ",", " ,\t,, ", ";", ";q=1", " ;q=1,;"] {
            assert_eq!(ranges(nothing), [], "{nothing:?}");
        }
    }

    #[test]
    fn weights_are_numbers_from_0_to_1_with_three_decimals_at_most() {
        let weight = |text: &str| Weight::parse(text.as_bytes()).map(|weight| weight.0);
        for (text, expected) in [
            ("q=0", 0),
            ("q=0.", 0),
            ("q=0.000", 0),
            ("q=0.5", 500),
            ("Q=0.05", 50),
            ("q=0.125", 125),
            ("q=1", 1000),
            ("q=1.", 1000),
            ("q=1.000", 1000),
        ] {
            assert_eq!(weight(text), Some(expected), "{text}");
        }
        for text in [
            "", "q", "q=", "=1", "q=.5", "q=0.1234", "q=0.0000", "q=1.001", "q=1.1", "q=2", "q=01",
            "q=00.5", "q=-0", "q=+1", "q=0,5", "q=0.5.", "q=0.5 1", "q=0.a", "q=0x1", "q=1e0",
            "q=٠", "q=0.٥", "q =1", "q= 1", "x=1", "qq=1", "q=1;q=1", "q=1;x=1", "q=\"1\"",
        ] {
            assert_eq!(weight(text), None, "{text}");
        }
    }

    #[test]
    fn ranges_are_basic_ones() {
        for range in ["a", "en", "abcdefgh", "en-GB", "zh-Hant-CN-x-private1-private2", "es-419"] {
            assert_eq!(ranges(range), [(range, 1000)]);
        }
        for text in [
            "-",
            "en-",
            "-en",
            "en--GB",
            "en_GB",
            "e1",
            "419",
            "abcdefghi",
            "en-abcdefghi",
            "en-*",
            "*-CH",
            "**",
            "en GB",
            "en\tGB",
            "é",
            "fr-é",
            "en\0",
            "\u{a0}en",
            "en\n",
            "\"en\"",
        ] {
            assert_eq!(ranges(text), [], "{text:?}");
        }
    }
}
