//! The shape of a body, JSON with slots in it, and the headers, as plain data. One declaration for
//! writing, reading and the schema; its compiled form is in `node.rs` and `header.rs`.

use alloc::string::String;
use alloc::vec::Vec;

use crate::slot::SlotDef;

/// A shape as a catalog declares it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ShapeDef {
    /// The `Content-Type` of the body.
    pub media_type: String,
    /// Headers, name and value, that a request needs to be answered with this body.
    pub request_headers: Vec<(String, String)>,
    /// The headers of answers, whatever their status is; each has a value.
    pub headers: Vec<HeaderDef>,
    /// The slots; [`NodeDef::Slot`] says which by its number here.
    pub slots: Vec<SlotDef>,
    /// The JSON that travels.
    pub members: NodeDef,
    /// The object that [`NodeDef::Inner`] stands for; [`NodeDef::Null`] where there is none.
    pub inner: NodeDef,
}

/// A header as a catalog declares it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct HeaderDef {
    /// The name, a token (RFC 9110 §5.1).
    pub name: String,
    /// The value; empty where the catalog says no more than that the header is there.
    pub pieces: Vec<PieceDef>,
    /// Whether a slot in it is optional, `{retry_after?}`: answers without a value for it are meant to do
    /// without the header.
    pub is_optional: bool,
}

impl From<&str> for HeaderDef {
    fn from(name: &str) -> Self {
        Self { name: name.into(), pieces: Vec::new(), is_optional: false }
    }
}

/// A node of a shape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum NodeDef {
    /// An object.
    Object(Vec<MemberDef>),
    /// A list: each item stands for any number of elements where it has a slot that an entry fills,
    /// and for one otherwise, which is left out where it has no value.
    List(Vec<NodeDef>),
    /// A fixed string.
    String(String),
    /// A fixed number, as JSON writes it.
    Number(String),
    /// `true` or `false`.
    Boolean(bool),
    /// `null`.
    #[default]
    Null,
    /// A slot's value, by the slot's number.
    Slot(usize),
    /// A string with slots in it.
    Text(Vec<PieceDef>),
    /// The object of the next more specific entry.
    Inner,
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MemberDef {
    /// Its name.
    pub key: KeyDef,
    /// Its value.
    pub node: NodeDef,
    /// Whether it is left out when it has no value; otherwise, it is `null` then.
    pub optional: bool,
}

/// The name of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum KeyDef {
    /// The name that is written, and others that are read too; at least one.
    Names(Vec<String>),
    /// Any name: it is the value of a slot, by the slot's number. There is a member for each value.
    Slot(usize),
    /// Any names of nested objects, joined by `.`: they are the value of a slot.
    Path(usize),
}

impl KeyDef {
    /// The slot whose value the name is; `None` where the name is fixed.
    pub fn slot(&self) -> Option<usize> {
        match self {
            Self::Names(_) => None,
            Self::Slot(slot) | Self::Path(slot) => Some(*slot),
        }
    }

    /// The name that is written; `None` where it is the value of a slot.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Names(names) => names.first().map(String::as_str),
            Self::Slot(_) | Self::Path(_) => None,
        }
    }
}

impl From<&str> for KeyDef {
    fn from(name: &str) -> Self {
        Self::Names(Vec::from([String::from(name)]))
    }
}

/// A piece of a string in a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum PieceDef {
    /// Text as it is.
    Fixed(String),
    /// A slot's value, by the slot's number.
    Slot(usize),
    /// Pieces that are left out where a slot in them has no value. There are no others inside.
    Optional(Vec<PieceDef>),
}

impl PieceDef {
    /// At least as much as the number of pieces that it is encoded as.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Fixed(text) => text.len(),
            Self::Slot(_) => 1,
            Self::Optional(pieces) => 1 + pieces.iter().map(Self::size).sum::<usize>(),
        }
    }

    /// The slots in it.
    pub fn slots(&self) -> impl Iterator<Item = usize> {
        let (own, inside) = match self {
            Self::Fixed(_) => (None, &[][..]),
            Self::Slot(slot) => (Some(*slot), &[][..]),
            Self::Optional(pieces) => (None, pieces.as_slice()),
        };
        let inside = inside.iter().filter_map(|piece| match piece {
            Self::Slot(slot) => Some(*slot),
            Self::Fixed(_) | Self::Optional(_) => None,
        });
        own.into_iter().chain(inside)
    }
}

impl NodeDef {
    /// The node and all nodes inside it, each before those inside it.
    pub fn walk(&self) -> impl Iterator<Item = &Self> {
        let mut open = Vec::from([self]);
        core::iter::from_fn(move || {
            let node = open.pop()?;
            match node {
                Self::Object(members) => open.extend(members.iter().rev().map(|m| &m.node)),
                Self::List(items) => open.extend(items.iter().rev()),
                _ => {}
            }
            Some(node)
        })
    }

    /// Whether a slot is the value of a member that is never left out.
    pub(crate) fn requires(&self, slot: usize) -> bool {
        self.walk().any(|node| match node {
            Self::Object(members) => members.iter().any(|member| {
                let is_value = matches!(member.node, Self::Slot(_) | Self::Text(_));
                !member.optional && is_value && member.node.names_slot(slot)
            }),
            _ => false,
        })
    }

    /// Whether the node itself is a slot, a string with the slot in it, or an object with a member
    /// that the slot names.
    pub fn names_slot(&self, slot: usize) -> bool {
        match self {
            Self::Slot(number) => *number == slot,
            Self::Text(pieces) => {
                pieces.iter().flat_map(PieceDef::slots).any(|number| number == slot)
            }
            Self::Object(members) => members.iter().any(|member| member.key.slot() == Some(slot)),
            _ => false,
        }
    }
}
