//! The shape of a body: JSON with slots in it. One declaration for writing, reading and the schema.

use alloc::string::String;
use alloc::vec::Vec;

use crate::catalog::Catalog;
use crate::json;
use crate::rows::{RowWriter, row, u16_at, u32_at};
use crate::slot::SlotDef;
use crate::template::{PieceWriter, Pieces};
use crate::text::{TextId, TextWriter};

/// A shape as a catalog declares it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShapeDef {
    /// The `Content-Type` of the body.
    pub media_type: String,
    /// Headers, name and value, that a request needs to be answered with this body.
    pub request_headers: Vec<(String, String)>,
    /// The slots; [`NodeDef::Slot`] says which by its number here.
    pub slots: Vec<SlotDef>,
    /// The JSON that travels.
    pub members: NodeDef,
    /// The object that [`NodeDef::Inner`] stands for; [`NodeDef::Null`] where there is none.
    pub inner: NodeDef,
}

/// A node of a shape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NodeDef {
    /// An object.
    Object(Vec<MemberDef>),
    /// A list.
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
pub struct MemberDef {
    /// Its name.
    pub key: String,
    /// Its value.
    pub node: NodeDef,
    /// Whether it is left out when it has no value; otherwise, it is `null` then.
    pub optional: bool,
}

/// A piece of a string in a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceDef {
    /// Text as it is.
    Fixed(String),
    /// A slot's value, by the slot's number.
    Slot(usize),
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

    /// Whether the node itself is a slot, or a string with the slot in it.
    pub fn names_slot(&self, slot: usize) -> bool {
        match self {
            Self::Slot(number) => *number == slot,
            Self::Text(pieces) => pieces.contains(&PieceDef::Slot(slot)),
            _ => false,
        }
    }
}

/// Bytes of a node's row: its kind (1), a boolean (1), a count or the number of a slot (2), the first
/// of its rows or texts (4).
pub(crate) const NODE: usize = 8;

/// Bytes of a member's row: its key as a text (4), `,"key":` as a text (4), the number of its node
/// (4), whether it is optional (1).
pub(crate) const MEMBER: usize = 16;

/// The kinds of nodes, by the number in a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    List,
    String,
    Number,
    Boolean,
    Null,
    Slot,
    Text,
    Inner,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Object,
        Self::List,
        Self::String,
        Self::Number,
        Self::Boolean,
        Self::Null,
        Self::Slot,
        Self::Text,
        Self::Inner,
    ];
}

/// A node of a compiled shape.
#[derive(Clone, Copy)]
pub(crate) enum Node<'c> {
    Object(Members<'c>),
    List(Items<'c>),
    /// A text of the catalog.
    String(TextId),
    Number(&'c str),
    Boolean(bool),
    Null,
    /// A slot's value, by the slot's number.
    Slot(u16),
    /// A string with slots in it.
    Text(Pieces<'c>),
    /// The object of the next more specific entry.
    Inner,
}

impl<'c> Node<'c> {
    #[inline]
    pub(crate) fn new(catalog: &'c Catalog<'c>, number: u32) -> Self {
        let row = catalog.nodes.row(number as usize);
        let (count, first) = (u16_at(row, 2), u32_at(row, 4));
        match Kind::ALL[usize::from(row[0])] {
            Kind::Object => Self::Object(Members { catalog, first, end: first + u32::from(count) }),
            Kind::List => Self::List(Items { catalog, first, end: first + u32::from(count) }),
            Kind::String => Self::String(first),
            Kind::Number => Self::Number(catalog.texts.get(first)),
            Kind::Boolean => Self::Boolean(row[1] != 0),
            Kind::Null => Self::Null,
            Kind::Slot => Self::Slot(count),
            Kind::Text => Self::Text(Pieces::new(
                catalog.pieces,
                catalog.texts,
                first..first + u32::from(count),
            )),
            Kind::Inner => Self::Inner,
        }
    }
}

/// The members of an object.
#[derive(Clone, Copy)]
pub(crate) struct Members<'c> {
    catalog: &'c Catalog<'c>,
    first: u32,
    end: u32,
}

/// A member of a compiled object.
#[derive(Clone, Copy)]
pub(crate) struct Member<'c> {
    catalog: &'c Catalog<'c>,
    row: &'c [u8; MEMBER],
}

impl<'c> Members<'c> {
    pub(crate) fn len(self) -> usize {
        (self.end - self.first) as usize
    }

    #[inline]
    pub(crate) fn get(self, number: usize) -> Option<Member<'c>> {
        let at = self.first as usize + number;
        (at < self.end as usize)
            .then(|| Member { catalog: self.catalog, row: self.catalog.members.row(at) })
    }

    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = Member<'c>> {
        (0..self.len()).filter_map(move |number| self.get(number))
    }
}

impl<'c> Member<'c> {
    #[inline]
    pub(crate) fn key(self) -> &'c str {
        self.catalog.texts.get(u32_at(self.row, 0))
    }

    /// A comma, the key in quotes and a colon, as JSON.
    #[inline]
    pub(crate) fn comma_and_key(self) -> &'c str {
        self.catalog.texts.get(u32_at(self.row, 4))
    }

    #[inline]
    pub(crate) fn node(self) -> Node<'c> {
        Node::new(self.catalog, u32_at(self.row, 8))
    }

    /// Whether the member is left out when it has no value.
    pub(crate) fn is_optional(self) -> bool {
        self.row[12] != 0
    }
}

/// The items of a list.
#[derive(Clone, Copy)]
pub(crate) struct Items<'c> {
    catalog: &'c Catalog<'c>,
    first: u32,
    end: u32,
}

impl<'c> Items<'c> {
    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = Node<'c>> {
        (self.first..self.end).map(move |number| Node::new(self.catalog, number))
    }
}

/// A shape while a catalog is encoded.
#[derive(Default)]
pub(crate) struct ShapeWriter {
    nodes: Vec<[u8; NODE]>,
    members: Vec<[u8; MEMBER]>,
}

impl ShapeWriter {
    /// Adds a node and what is inside it; its number.
    pub(crate) fn add<'d>(
        &mut self,
        node: &'d NodeDef,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) -> u32 {
        let number = self.reserve(1);
        self.set(number, node, texts, pieces);
        number
    }

    /// Room for nodes that follow each other; the number of the first.
    fn reserve(&mut self, count: usize) -> u32 {
        let number = count_of(self.nodes.len());
        self.nodes.resize(self.nodes.len() + count, [0; NODE]);
        number
    }

    fn set<'d>(
        &mut self,
        number: u32,
        node: &'d NodeDef,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) {
        let (kind, is_true, count, first) = match node {
            NodeDef::Object(members) => {
                let first = count_of(self.members.len());
                self.members.resize(self.members.len() + members.len(), [0; MEMBER]);
                for (at, member) in (first..).zip(members) {
                    self.set_member(at, member, texts, pieces);
                }
                (Kind::Object, false, members.len(), first)
            }
            NodeDef::List(items) => {
                let first = self.reserve(items.len());
                for (at, item) in (first..).zip(items) {
                    self.set(at, item, texts, pieces);
                }
                (Kind::List, false, items.len(), first)
            }
            NodeDef::String(text) => (Kind::String, false, 0, texts.add(text.as_str())),
            NodeDef::Number(number) => (Kind::Number, false, 0, texts.add(number.as_str())),
            NodeDef::Boolean(value) => (Kind::Boolean, *value, 0, 0),
            NodeDef::Null => (Kind::Null, false, 0, 0),
            NodeDef::Slot(slot) => (Kind::Slot, false, *slot, 0),
            NodeDef::Text(text) => {
                let first = pieces.next();
                for piece in text {
                    match piece {
                        PieceDef::Fixed(text) => {
                            let id = texts.add(text.as_str());
                            pieces.text(text, texts.offset(id));
                        }
                        PieceDef::Slot(slot) => pieces.number(u16::try_from(*slot).unwrap_or(0)),
                    }
                }
                pieces.end();
                (Kind::Text, false, (pieces.next() - first) as usize, first)
            }
            NodeDef::Inner => (Kind::Inner, false, 0, 0),
        };
        // `encode` refuses a shape that is larger.
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        self.nodes[number as usize] =
            row(&[&[kind as u8, u8::from(is_true)], &count.to_le_bytes(), &first.to_le_bytes()]);
    }

    fn set_member<'d>(
        &mut self,
        number: u32,
        member: &'d MemberDef,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) {
        let key = texts.add(member.key.as_str());
        let comma_and_key = texts.add(json::comma_and_key(&member.key));
        let node = self.add(&member.node, texts, pieces);
        self.members[number as usize] = row(&[
            &key.to_le_bytes(),
            &comma_and_key.to_le_bytes(),
            &node.to_le_bytes(),
            &[u8::from(member.optional)],
        ]);
    }

    /// The rows of all nodes and all members.
    pub(crate) fn finish(self) -> (RowWriter<NODE>, RowWriter<MEMBER>) {
        let (mut nodes, mut members) = (RowWriter::default(), RowWriter::default());
        self.nodes.into_iter().for_each(|node| nodes.push(node));
        self.members.into_iter().for_each(|member| members.push(member));
        (nodes, members)
    }
}

/// `encode` refuses a shape with more.
fn count_of(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
