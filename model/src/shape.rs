//! The shape of an error body: JSON with slots in it.

use crate::slot::{SlotSource, SlotType};

/// The error body as data. One declaration for writing and reading it.
#[derive(Debug, Default)]
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
pub enum TextPiece {
    /// As it is.
    Fixed(String),
    /// A slot's value, by the slot's number.
    Slot(usize),
}
