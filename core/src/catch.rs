//! What a server's framework answers itself, and the entries that stand for it: `[catch]` of a catalog.

use core::fmt;

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::rows::{row, u16_at};

/// What a framework answers itself, so that an entry of the catalog may stand for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Catch {
    /// A body that is no JSON, or other JSON than is wanted.
    Json,
    /// A part of the path that is not of its type.
    Path,
    /// A query that is not of its type.
    Query,
    /// A form that is not of its type.
    Form,
    /// A panic.
    Panic,
    /// A status, 400 to 599.
    Status(u16),
}

/// Bytes of the row of an entry that stands for something: its key (2) and its number (2).
pub(crate) const CATCH: usize = 4;

/// An entry that stands for what a framework answers itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CatchDef {
    /// What it stands for.
    pub of: Catch,
    /// The entry, by its index in [`CatalogDef::entries`](crate::builder::CatalogDef::entries).
    pub entry: usize,
}

impl Catch {
    /// Those that are words, by their numbers.
    const WORDS: [(&'static str, Self); 5] = [
        ("json", Self::Json),
        ("path", Self::Path),
        ("query", Self::Query),
        ("form", Self::Form),
        ("panic", Self::Panic),
    ];

    /// What may stand in the message of an entry that is caught: what a framework knows of a request that it
    /// rejects.
    ///
    /// | parameter | what it is | known of |
    /// |---|---|---|
    /// | `path` | the path of the request, as it was sent | everything |
    /// | `method` | the method of the request | everything |
    /// | `detail` | the framework's sentence, in English; it may quote what was sent | 4xx |
    /// | `field` | the field or the parameter that is wrong, `items[0].sku` | what extractors reject |
    /// | `limit` | how many bytes a body may have | 413 |
    /// | `media_type` | the `Content-Type` of the request | 415 |
    pub const PARAMETERS: [&'static str; 6] =
        ["path", "method", "detail", "field", "limit", "media_type"];

    /// What a key of `[catch]` means; `None` where it is no key.
    pub fn find(key: &str) -> Option<Self> {
        let word = Self::WORDS.iter().find(|(word, _)| *word == key);
        // A number as it is written in one way only.
        let status = || key.parse().ok().filter(|status| (400..600).contains(status));
        let status = || status().filter(|_| key.len() == 3).map(Self::Status);
        word.map(|(_, catch)| *catch).or_else(status)
    }

    /// The keys that are no status.
    pub fn words() -> impl ExactSizeIterator<Item = &'static str> {
        Self::WORDS.into_iter().map(|(word, _)| word)
    }

    /// The status of what it stands for where nothing says more: 400 for what an extractor rejects, 500 for a
    /// panic.
    pub const fn status(self) -> u16 {
        match self {
            Self::Json | Self::Path | Self::Query | Self::Form => 400,
            Self::Panic => 500,
            Self::Status(status) => status,
        }
    }

    /// Whether a framework knows a parameter of this; see [`PARAMETERS`](Self::PARAMETERS).
    pub fn knows(self, parameter: &str) -> bool {
        match parameter {
            "path" | "method" => true,
            "detail" => self.status() < 500,
            "field" => self.status() == 400 || self == Self::Status(422),
            "limit" => self == Self::Status(413),
            "media_type" => self == Self::Status(415),
            _ => false,
        }
    }

    /// The number in a row; that of a status is itself.
    const fn number(self) -> u16 {
        match self {
            Self::Json => 0,
            Self::Path => 1,
            Self::Query => 2,
            Self::Form => 3,
            Self::Panic => 4,
            Self::Status(status) => status,
        }
    }

    fn of_number(number: u16) -> Self {
        let word = Self::WORDS.get(usize::from(number));
        word.map_or(Self::Status(number), |(_, catch)| *catch)
    }
}

/// The key.
impl fmt::Display for Catch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Self::WORDS.get(usize::from(self.number())) {
            Some((word, _)) => f.write_str(word),
            None => write!(f, "{}", self.number()),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Catch {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl CatchDef {
    pub(crate) fn encode(self) -> [u8; CATCH] {
        let entry = u16::try_from(self.entry).unwrap_or(u16::MAX);
        row(&[&self.of.number().to_le_bytes(), &entry.to_le_bytes()])
    }
}

/// `[catch]`
impl<'c> Catalog<'c> {
    /// The entry that stands for what a framework answers itself; `None` where the catalog names none for
    /// just that.
    pub const fn catch(&'c self, of: Catch) -> Option<Entry<'c>> {
        let mut number = 0;
        while number < self.catches.len() {
            let row = self.catches.row(number);
            if u16_at(row, 0) == of.number() {
                return Some(self.entry(u16_at(row, 2)));
            }
            number += 1;
        }
        None
    }

    /// Everything that an entry stands for, and the entry, in the order of the keys.
    pub fn catches(&'c self) -> impl ExactSizeIterator<Item = (Catch, Entry<'c>)> {
        (0..self.catches.len()).map(|number| {
            let row = self.catches.row(number);
            (Catch::of_number(u16_at(row, 0)), self.entry(u16_at(row, 2)))
        })
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn keys_are_words_and_statuses() {
        for key in ["json", "path", "query", "form", "panic", "400", "404", "599"] {
            let catch = Catch::find(key).expect("a key");
            assert_eq!(catch.to_string(), key);
            assert_eq!(Catch::of_number(catch.number()), catch);
        }
        for key in ["", "399", "600", "0404", "+404", "JSON", "4xx", "body"] {
            assert_eq!(Catch::find(key), None, "{key}");
        }
    }

    #[test]
    fn every_parameter_is_known_of_something() {
        for parameter in Catch::PARAMETERS {
            let mut keys = (400..600).map(Catch::Status);
            assert!(keys.any(|catch| catch.knows(parameter)), "{parameter}");
        }
        assert!(!Catch::Panic.knows("detail"));
        assert!(!Catch::Status(404).knows("order_id"));
    }
}
