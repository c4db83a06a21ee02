//! What a catalog says, as types that do not depend on how it is read: the facts of entries, and the
//! shape of bodies.

use std::ops::{Index, IndexMut};

/// A fact that is a text in each locale. A new one is added here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextFact {
    /// A short name.
    Title,
    /// The text that travels, a template with placeholders.
    Message,
    /// What the error means.
    Description,
    /// What to do next.
    Action,
}

impl TextFact {
    /// Every fact, in the order of [`TextFact::KEYS`].
    pub const ALL: [Self; Self::KEYS.len()] =
        [Self::Title, Self::Message, Self::Description, Self::Action];

    /// The keys of the facts in a catalog.
    pub const KEYS: [&'static str; 4] = ["title", "message", "description", "action"];

    /// The key in a catalog.
    pub fn key(self) -> &'static str {
        Self::KEYS[self as usize]
    }
}

/// A fact that is one of a few words. A new one is added here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordFact {
    /// Whether, and when, the request may be sent again, a [`Retry`].
    Retry,
}

impl WordFact {
    /// Every fact, in the order of [`WordFact::KEYS`].
    pub const ALL: [Self; Self::KEYS.len()] = [Self::Retry];

    /// The keys of the facts in a catalog.
    pub const KEYS: [&'static str; 1] = ["retry"];

    /// The key in a catalog.
    pub fn key(self) -> &'static str {
        Self::KEYS[self as usize]
    }

    /// The words that may be its value.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Retry => &["never", "after-change", "after-delay"],
        }
    }
}

/// The value of a [`WordFact`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    fact: WordFact,
    number: usize,
}

impl Word {
    /// A word by its number in [`WordFact::words`]; `None` where there are fewer.
    pub fn new(fact: WordFact, number: usize) -> Option<Self> {
        (number < fact.words().len()).then_some(Self { fact, number })
    }

    /// The number in [`WordFact::words`].
    pub fn number(self) -> usize {
        self.number
    }

    /// The word.
    pub fn as_str(self) -> &'static str {
        self.fact.words()[self.number]
    }
}

/// A value for each [`TextFact`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByTextFact<T>([T; TextFact::ALL.len()]);

/// A value for each [`WordFact`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByWordFact<T>([T; WordFact::ALL.len()]);

impl<T> ByTextFact<T> {
    /// Makes a value for each fact.
    pub fn new(make: impl FnMut(TextFact) -> T) -> Self {
        Self(TextFact::ALL.map(make))
    }

    /// The facts and their values.
    pub fn iter(&self) -> impl Iterator<Item = (TextFact, &T)> {
        TextFact::ALL.into_iter().zip(&self.0)
    }
}

impl<T> ByWordFact<T> {
    /// Makes a value for each fact.
    pub fn new(make: impl FnMut(WordFact) -> T) -> Self {
        Self(WordFact::ALL.map(make))
    }

    /// The facts and their values.
    pub fn iter(&self) -> impl Iterator<Item = (WordFact, &T)> {
        WordFact::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<TextFact> for ByTextFact<T> {
    type Output = T;

    fn index(&self, fact: TextFact) -> &T {
        &self.0[fact as usize]
    }
}

impl<T> IndexMut<TextFact> for ByTextFact<T> {
    fn index_mut(&mut self, fact: TextFact) -> &mut T {
        &mut self.0[fact as usize]
    }
}

impl<T> Index<WordFact> for ByWordFact<T> {
    type Output = T;

    fn index(&self, fact: WordFact) -> &T {
        &self.0[fact as usize]
    }
}

#[cfg(feature = "serde")]
mod serialize {
    use serde::{Serialize, Serializer};

    use super::{ByTextFact, ByWordFact, Word};

    impl Serialize for Word {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }

    /// A map from the facts' keys.
    impl<T: Serialize> Serialize for ByTextFact<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.iter().map(|(fact, value)| (fact.key(), value)))
        }
    }

    /// A map from the facts' keys.
    impl<T: Serialize> Serialize for ByWordFact<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.iter().map(|(fact, value)| (fact.key(), value)))
        }
    }
}

/// Whether, and when, a request may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Sending it again never helps.
    Never,
    /// The request, or the state that it conflicts with, has to change first.
    AfterChange,
    /// The same request may be sent again later.
    AfterDelay,
}

impl Retry {
    /// The advice that a [`WordFact::Retry`] is.
    pub fn of(word: Word) -> Option<Self> {
        Self::ALL.into_iter().find(|(name, _)| *name == word.as_str()).map(|(_, retry)| retry)
    }

    /// Every advice under its name in a catalog.
    pub const ALL: [(&'static str, Self); 3] = [
        ("never", Self::Never),
        ("after-change", Self::AfterChange),
        ("after-delay", Self::AfterDelay),
    ];

    /// The name in a catalog.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterChange => "after-change",
            Self::AfterDelay => "after-delay",
        }
    }
}

/// What a slot's value is in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum SlotType {
    /// A string.
    String,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list of anything.
    Array,
    /// An object of anything.
    Object,
    /// Anything.
    Any,
}

impl SlotType {
    /// Every type under its name in a catalog, which is JSON Schema's where that has one.
    pub const ALL: [(&'static str, Self); 7] = [
        ("string", Self::String),
        ("integer", Self::Integer),
        ("number", Self::Number),
        ("boolean", Self::Boolean),
        ("array", Self::Array),
        ("object", Self::Object),
        ("any", Self::Any),
    ];

    /// The name in a catalog.
    pub fn as_str(self) -> &'static str {
        let named = Self::ALL.into_iter().find(|(_, known)| *known == self);
        named.map_or("any", |(name, _)| name)
    }
}

/// Who fills a slot when nobody sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum SlotSource {
    /// The HTTP status.
    Status,
    /// The code.
    Code,
    /// The message, its placeholders filled in.
    Message,
    /// The title.
    Title,
    /// The description.
    Description,
    /// The recommended action.
    Action,
    /// The reason phrase of the status.
    Reason,
    /// The retry advice.
    Retry,
    /// The documentation link.
    Docs,
    /// The problem type.
    Type,
    /// Nobody.
    Caller,
}

/// The error body as data. One declaration for writing and reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Shape {
    /// Its `Content-Type`.
    pub media_type: String,
    /// Headers a request needs to get this body.
    pub request_headers: Vec<(String, String)>,
    /// Its slots; a [`Node::Slot`] says which by its number here.
    pub slots: Vec<Slot>,
    /// The JSON that travels.
    pub members: Node,
    /// The object that [`Node::Inner`] stands for, [`Node::Null`] where there is none.
    pub inner: Node,
}

/// A slot of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Slot {
    /// Its name, which is its setter's.
    pub name: String,
    /// What it is in JSON.
    pub slot_type: SlotType,
    /// What else it may be when it is read; an API may document one type and send another.
    pub or: Option<SlotType>,
    /// Who fills it when nobody sets it.
    pub source: SlotSource,
    /// The fewest characters a string may have; a shorter one counts as not set.
    pub min_length: u32,
    /// The most characters a string may have; a longer one is cut.
    pub max_length: Option<u32>,
}

/// A piece of a shape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Node {
    /// An object.
    Object(Vec<Member>),
    /// A list.
    List(Vec<Node>),
    /// A fixed string.
    String(String),
    /// A fixed number, as it is written.
    Number(String),
    /// `true` or `false`.
    Boolean(bool),
    /// `null`.
    #[default]
    Null,
    /// A slot's value, by the slot's number.
    Slot(usize),
    /// A string with slots in it.
    Text(Vec<TextPiece>),
    /// The next more specific code's object.
    Inner,
}

impl Node {
    /// The node and all nodes inside it, each before those inside it.
    pub fn walk(&self) -> impl Iterator<Item = &Node> {
        let mut open = vec![self];
        std::iter::from_fn(move || {
            let node = open.pop()?;
            match node {
                Self::Object(members) => open.extend(members.iter().rev().map(|m| &m.node)),
                Self::List(items) => open.extend(items.iter().rev()),
                _ => {}
            }
            Some(node)
        })
    }

    /// Whether this node, without those inside it, has a slot in it.
    pub fn names(&self, slot: usize) -> bool {
        match self {
            Self::Slot(number) => *number == slot,
            Self::Text(pieces) => pieces.contains(&TextPiece::Slot(slot)),
            _ => false,
        }
    }
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Member {
    /// Its name.
    pub key: String,
    /// Its value.
    pub node: Node,
    /// Whether it is left out when it has no value: a slot that it stands on has none, or none of
    /// those inside it. Otherwise, `null` stands for what has none.
    pub optional: bool,
}

/// A piece of a string in a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum TextPiece {
    /// As it is.
    Fixed(String),
    /// A slot's value, by the slot's number.
    Slot(usize),
}
