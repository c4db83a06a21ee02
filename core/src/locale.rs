//! RFC 4647 §3.4: lookup of a locale for a language range.

use crate::text::{TextId, Texts};

/// The locales of a catalog: texts that follow each other. The first is the default.
#[derive(Clone, Copy)]
pub(crate) struct LocaleTable {
    pub(crate) first: TextId,
    pub(crate) count: u16,
}

impl LocaleTable {
    /// The index of the locale that suits a language range best; 0, the default, where none does.
    pub(crate) const fn lookup(self, texts: Texts<'_>, range: &str) -> u16 {
        let mut range = range.as_bytes();
        while !range.is_empty() {
            let mut at = 0;
            while at < self.count {
                let locale = texts.get(self.first + at as u32);
                if locale.as_bytes().eq_ignore_ascii_case(range) {
                    return at;
                }
                at += 1;
            }
            range = truncated(range);
        }
        0
    }
}

/// Whether lookup for a language range comes by a locale, in any case of letters.
pub fn leads_to(mut range: &[u8], locale: &[u8]) -> bool {
    while range.len() > locale.len() {
        range = truncated(range);
    }
    range.eq_ignore_ascii_case(locale)
}

/// A range without its last subtag, and without a single-character subtag that is last then.
const fn truncated(range: &[u8]) -> &[u8] {
    let mut end = range.len();
    while end > 0 {
        end -= 1;
        let singleton = end >= 2 && range[end - 2] == b'-';
        if range[end] == b'-' && !singleton {
            break;
        }
    }
    range.split_at(end).0
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::rows::Rows;
    use crate::text::TextWriter;

    #[test]
    fn ranges_lose_their_subtags_one_by_one() {
        // The example of RFC 4647 §3.4.
        let mut range = &b"zh-Hant-CN-x-private1-private2"[..];
        for shorter in ["zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh", ""] {
            range = truncated(range);
            assert_eq!(range, shorter.as_bytes());
        }
    }

    #[test]
    fn the_longest_match_wins_and_the_first_is_the_default() {
        let locales = ["en", "fr", "fr-CI"].map(String::from);
        let mut texts = TextWriter::new(locales.len());
        let table = LocaleTable { first: texts.add_list(&locales), count: 3 };
        let (text, starts) = texts.finish().expect("short texts");
        let texts = Texts::new(&text, Rows::split(&starts, starts.len() / 4).0);
        for (range, locale) in [
            ("fr", "fr"),
            ("FR-ca", "fr"),
            ("fr-CI", "fr-CI"),
            ("fr-CI-x-abidjan", "fr-CI"),
            ("de", "en"),
            ("", "en"),
            ("*", "en"),
            ("-", "en"),
        ] {
            assert_eq!(locales[usize::from(table.lookup(texts, range))], locale, "{range}");
        }
    }
}
