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

            /// The value of a [`WordFact`]'s number; `None` where nothing is said.
            pub(crate) const fn from_number(number: Option<u8>) -> Option<Self> {
                match number {
                    Some(number) => Some(Self::ALL[number as usize]),
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

/// A fact that is one of a few words. A status row and an entry may both have it, and it is
/// inherited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WordFact {
    /// [`Retry`]
    Retry,
}

impl WordFact {
    /// Every fact, in the order of their numbers.
    pub const ALL: [Self; 1] = [Self::Retry];

    /// The key in a catalog, and the name of the slot.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Retry => "retry",
        }
    }

    /// The words that it may be; a value is the index of its word.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Retry => Retry::WORDS,
        }
    }
}

/// The value of each [`WordFact`], by the index of its word; `None` where nothing is said.
pub type Words = [Option<u8>; WordFact::ALL.len()];

/// A fact that is a text in each locale. A status row and an entry may both have it, and it is
/// inherited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextFact {
    /// A short name.
    Title,
    /// The text that travels, a template.
    Message,
    /// What it means.
    Description,
    /// What to do next.
    Action,
}

impl TextFact {
    /// Every fact, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Title, Self::Message, Self::Description, Self::Action];

    /// The key in a catalog, and the name of the slot.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Message => "message",
            Self::Description => "description",
            Self::Action => "action",
        }
    }
}

/// One text for each locale of a catalog, in the catalog's order of them.
pub type LocalizedTexts = alloc::vec::Vec<alloc::string::String>;

/// The texts of each [`TextFact`]; `None` where nothing is said.
pub type TextFacts = [Option<LocalizedTexts>; TextFact::ALL.len()];

/// The key of a fact whose value a catalog may mark as assumed: not given by the documentation of the
/// API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactKey(u8);

impl FactKey {
    /// Keys that are neither a [`TextFact`]'s nor a [`WordFact`]'s.
    const OTHERS: [&str; 8] =
        ["aliases", "also", "code", "docs", "headers", "parent", "retired", "status"];
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
    fn words_are_known_by_their_index() {
        for fact in WordFact::ALL {
            assert!(fact.words().len() < 255, "the index fits a byte");
        }
        assert_eq!(Retry::from_number(Some(2)), Some(Retry::AfterDelay));
        assert_eq!(Retry::from_number(None), None);
    }
}
