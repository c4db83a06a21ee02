//! The facts that a status row and an entry have in common, and the names of all facts.
//!
//! A new fact that is a text is added to [`TextFact`], one that is a word to [`WordFact`]: reading,
//! inheriting, encoding and the check of `assumed` go over these lists.

/// A fact that is one of a few words.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Every value, in the order of [`WORDS`](Self::WORDS).
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Every value as a catalog and a body write it.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The value as a catalog and a body write it.
            pub const fn as_str(self) -> &'static str {
                Self::WORDS[self as usize]
            }

            /// The value that a word of this fact is; `None` where there is none.
            pub const fn from_word(word: Option<Word>) -> Option<Self> {
                match word {
                    Some(word) => Some(Self::ALL[word.number as usize]),
                    None => None,
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

mod grpc;

pub use grpc::GrpcCode;

words! {
    /// Whether, and when, a request that failed may be sent again.
    Retry {
        /// Sending it again never helps.
        Never = "never",
        /// The request, or the state that it conflicts with, has to change first.
        AfterChange = "after-change",
        /// The same request may be sent again later; a `Retry-After` that came with the answer says
        /// when.
        AfterDelay = "after-delay",
    }
}

words! {
    /// Who has to act after a request failed.
    Actor {
        /// The developer of the program that sent the request.
        Developer = "developer",
        /// The person who uses that program.
        User = "user",
        /// Whoever operates the API.
        Operator = "operator",
        /// Nobody: it passes by itself.
        Nobody = "nobody",
    }
}

words! {
    /// Whether a request that got this answer may have taken effect. A program may send one again by
    /// itself where [`Retry`] is [`AfterDelay`](Retry::AfterDelay) and the effect is
    /// [`None`](Self::None); anywhere else, it might pay twice.
    Effect {
        /// It has taken none: it was refused before it was carried out.
        None = "none",
        /// It may have taken effect, or a part of it: look before it is sent again.
        Unknown = "unknown",
        /// What it asks for is done, by this request or an earlier one.
        Done = "done",
    }
}

impl Effect {
    /// What a status says of the effect where no catalog says more: [`None`](Self::None) for those
    /// that refuse a request before it is carried out, [`Done`](Self::Done) for success, and
    /// [`Unknown`](Self::Unknown) for any other, 400 and 409 among them.
    pub const fn of_status(status: u16) -> Self {
        match status {
            200..=299 => Self::Done,
            401 | 403..=406 | 411 | 413..=417 | 421 | 426 | 428 | 429 | 431 => Self::None,
            _ => Self::Unknown,
        }
    }

    /// The effect that a catalog says, or else that of a status.
    pub(crate) const fn said_or_of(word: Option<Word>, status: u16) -> Self {
        match Self::from_word(word) {
            Some(effect) => effect,
            None => Self::of_status(status),
        }
    }
}

/// A fact that is one of a few words. A status row and an entry may both have it, and it is
/// inherited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum WordFact {
    /// [`Retry`]
    Retry,
    /// [`Actor`]
    Actor,
    /// [`Effect`]
    Effect,
    /// [`GrpcCode`]
    Grpc,
}

impl WordFact {
    /// Every fact, in the order of [`KEYS`](Self::KEYS).
    pub const ALL: [Self; Self::KEYS.len()] = [Self::Retry, Self::Actor, Self::Effect, Self::Grpc];

    /// The keys of the facts in a catalog, which are the names of their slots.
    pub const KEYS: [&'static str; 4] = ["retry", "actor", "effect", "grpc"];

    /// The key in a catalog, and the name of the slot.
    pub const fn key(self) -> &'static str {
        Self::KEYS[self as usize]
    }

    /// The words that it may be; a value is the index of its word.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Retry => Retry::WORDS,
            Self::Actor => Actor::WORDS,
            Self::Effect => Effect::WORDS,
            Self::Grpc => GrpcCode::WORDS,
        }
    }
}

/// The value of a [`WordFact`]: one of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    fact: WordFact,
    number: u8,
}

impl Word {
    /// A word by its index in [`WordFact::words`]; `None` where there are fewer.
    pub fn new(fact: WordFact, number: usize) -> Option<Self> {
        let number = u8::try_from(number).ok()?;
        (usize::from(number) < fact.words().len()).then_some(Self { fact, number })
    }

    /// The word that is spelt so; `None` where the fact has no such word.
    pub fn find(fact: WordFact, word: &str) -> Option<Self> {
        Self::new(fact, fact.words().iter().position(|known| *known == word)?)
    }

    /// A word that was encoded.
    pub(crate) const fn from_row(fact: WordFact, number: u8) -> Self {
        Self { fact, number }
    }

    /// The index in [`WordFact::words`].
    pub const fn number(self) -> u8 {
        self.number
    }

    /// The word, as a catalog and a body write it.
    pub const fn as_str(self) -> &'static str {
        self.fact.words()[self.number as usize]
    }
}

/// A fact that is a text in each locale. A status row and an entry may both have it, and it is
/// inherited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum TextFact {
    /// A short name.
    Title,
    /// The text that travels, a template.
    Message,
    /// What it means.
    Description,
    /// What to do next.
    Action,
    /// What the person who uses the app is told, where [`Message`](Self::Message) is for developers.
    UserMessage,
}

impl TextFact {
    /// Every fact, in the order of [`KEYS`](Self::KEYS).
    pub const ALL: [Self; Self::KEYS.len()] =
        [Self::Title, Self::Message, Self::Description, Self::Action, Self::UserMessage];

    /// The keys of the facts in a catalog, which are the names of their slots.
    pub const KEYS: [&'static str; 5] =
        ["title", "message", "description", "action", "user_message"];

    /// The key in a catalog, and the name of the slot.
    pub const fn key(self) -> &'static str {
        Self::KEYS[self as usize]
    }
}

/// One text for each locale of a catalog, in the catalog's order of them.
pub type LocalizedTexts = alloc::vec::Vec<alloc::string::String>;

/// A value for each [`TextFact`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByTextFact<T>([T; TextFact::ALL.len()]);

/// A value for each [`WordFact`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByWordFact<T>([T; WordFact::ALL.len()]);

macro_rules! by_fact {
    ($by:ident, $fact:ident) => {
        impl<T> $by<T> {
            /// Makes a value for each fact.
            pub fn new(make: impl FnMut($fact) -> T) -> Self {
                Self($fact::ALL.map(make))
            }

            /// The facts and their values.
            pub fn iter(&self) -> impl Iterator<Item = ($fact, &T)> {
                $fact::ALL.into_iter().zip(&self.0)
            }
        }

        impl<T> core::ops::Index<$fact> for $by<T> {
            type Output = T;

            fn index(&self, fact: $fact) -> &T {
                &self.0[fact as usize]
            }
        }

        impl<T> core::ops::IndexMut<$fact> for $by<T> {
            fn index_mut(&mut self, fact: $fact) -> &mut T {
                &mut self.0[fact as usize]
            }
        }

        /// A map from the keys of the facts.
        #[cfg(feature = "serde")]
        impl<T: serde::Serialize> serde::Serialize for $by<T> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.iter().map(|(fact, value)| (fact.key(), value)))
            }
        }
    };
}

by_fact!(ByTextFact, TextFact);
by_fact!(ByWordFact, WordFact);

#[cfg(feature = "serde")]
impl serde::Serialize for Word {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The texts of each [`TextFact`]; `None` where nothing is said.
pub type TextFacts = ByTextFact<Option<LocalizedTexts>>;

/// The value of each [`WordFact`]; `None` where nothing is said.
pub type Words = ByWordFact<Option<Word>>;

/// The key of a fact whose value a catalog may mark as assumed: not given by the documentation of the
/// API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactKey(u8);

impl FactKey {
    /// Keys that are neither a [`TextFact`]'s nor a [`WordFact`]'s.
    const OTHERS: [&str; 9] =
        ["aliases", "also", "causes", "code", "docs", "headers", "parent", "retired", "status"];
    const COUNT: usize = Self::OTHERS.len() + TextFact::ALL.len() + WordFact::ALL.len();

    /// Every key; its number is the index.
    const KEYS: [&str; Self::COUNT] = {
        let mut keys = [""; Self::COUNT];
        let mut at = 0;
        while at < Self::COUNT {
            let texts = Self::OTHERS.len();
            let words = texts + TextFact::ALL.len();
            keys[at] = if at < texts {
                Self::OTHERS[at]
            } else if at < words {
                TextFact::ALL[at - texts].key()
            } else {
                WordFact::ALL[at - words].key()
            };
            at += 1;
        }
        keys
    };

    /// The fact with that key; `None` where no fact is called so.
    pub fn find(key: &str) -> Option<Self> {
        let number = Self::KEYS.iter().position(|known| *known == key)?;
        u8::try_from(number).ok().map(Self)
    }

    /// The key as a catalog writes it.
    pub const fn as_str(self) -> &'static str {
        Self::KEYS[self.0 as usize]
    }
}

/// A set of [`FactKey`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FactKeys(pub(crate) u32);

impl FactKeys {
    /// Whether a key is in the set.
    pub const fn contains(self, key: FactKey) -> bool {
        self.0 >> key.0 & 1 == 1
    }

    /// The keys, in a fixed order.
    pub fn iter(self) -> impl Iterator<Item = FactKey> {
        (0..FactKey::KEYS.len()).filter_map(move |number| {
            let key = FactKey(u8::try_from(number).ok()?);
            self.contains(key).then_some(key)
        })
    }
}

impl FromIterator<FactKey> for FactKeys {
    fn from_iter<I: IntoIterator<Item = FactKey>>(keys: I) -> Self {
        Self(keys.into_iter().fold(0, |set, key| set | 1 << key.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_one_number() {
        for (number, key) in FactKey::KEYS.iter().enumerate() {
            assert_eq!(FactKey::find(key).map(|key| usize::from(key.0)), Some(number), "{key}");
        }
        const { assert!(FactKey::COUNT <= 32, "the set is a number of 32 bits") };
        let set: FactKeys = ["retry", "code"].into_iter().filter_map(FactKey::find).collect();
        assert_eq!(
            set.iter().map(FactKey::as_str).collect::<alloc::vec::Vec<_>>(),
            ["code", "retry"]
        );
        assert_eq!(FactKey::find("colour"), None);
    }

    #[test]
    fn words_have_an_index() {
        for fact in WordFact::ALL {
            assert!(fact.words().len() < 255, "the index fits a byte");
            for (number, word) in fact.words().iter().enumerate() {
                let found = Word::find(fact, word);
                assert_eq!(found, Word::new(fact, number));
                assert_eq!(found.map(Word::as_str), Some(*word));
            }
            assert_eq!(Word::new(fact, fact.words().len()), None);
        }
        let word = Word::find(WordFact::Retry, "after-delay");
        assert_eq!(Retry::from_word(word), Some(Retry::AfterDelay));
        assert_eq!(Retry::from_word(None), None);
    }

    #[test]
    fn only_statuses_that_refuse_a_request_have_no_effect() {
        let refused: alloc::vec::Vec<_> =
            (0..=u16::MAX).filter(|status| Effect::of_status(*status) == Effect::None).collect();
        assert_eq!(
            refused,
            [401, 403, 404, 405, 406, 411, 413, 414, 415, 416, 417, 421, 426, 428, 429, 431]
        );
        for status in [0, 100, 199, 300, 304, 400, 402, 408, 409, 410, 412, 422, 425, 500, 503] {
            assert_eq!(Effect::of_status(status), Effect::Unknown, "{status}");
        }
        for status in [200, 202, 204, 299] {
            assert_eq!(Effect::of_status(status), Effect::Done, "{status}");
        }
    }
}
