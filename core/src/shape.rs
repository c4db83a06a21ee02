//! The shape of a body: JSON with slots in it. One declaration for writing, reading and the schema.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::json;
use crate::rows::{RowWriter, row, u16_at, u32_at};
use crate::slot::SlotDef;
use crate::template::PieceWriter;
use crate::text::{TextId, TextWriter, Texts};

/// A shape as a catalog declares it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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

/// Bytes of a member's row: its key as a text (4), the offset (4) and the length (2) of `,"key":` among
/// the texts, whether it is optional (2), its node as in a node's row.
pub(crate) const MEMBER: usize = 12 + NODE;

/// The kinds of nodes, as a row has them.
struct Kind;

impl Kind {
    const NULL: u8 = 0;
    const OBJECT: u8 = 1;
    const LIST: u8 = 2;
    const STRING: u8 = 3;
    const NUMBER: u8 = 4;
    const BOOLEAN: u8 = 5;
    const SLOT: u8 = 6;
    const TEXT: u8 = 7;
    const INNER: u8 = 8;
}

/// A node of a compiled shape: numbers of rows, which the catalog has.
#[derive(Clone, Copy)]
pub(crate) enum Node {
    Object(RowRange),
    List(RowRange),
    /// A text of the catalog.
    String(TextId),
    /// A number as JSON writes it, a text of the catalog.
    Number(TextId),
    Boolean(bool),
    Null,
    /// A slot's value, by the slot's number.
    Slot(u16),
    /// A string with slots in it.
    Text(RowRange),
    /// The object of the next more specific entry.
    Inner,
}

/// Rows that follow each other.
#[derive(Clone, Copy)]
pub(crate) struct RowRange {
    first: u32,
    count: u16,
}

impl RowRange {
    #[inline]
    pub(crate) fn rows(self) -> Range<usize> {
        let first = self.first as usize;
        first..first + usize::from(self.count)
    }

    pub(crate) fn len(self) -> usize {
        self.count.into()
    }

    /// The rows from one of them on.
    #[inline]
    pub(crate) fn from(self, number: usize) -> Self {
        let passed = self.count.min(u16::try_from(number).unwrap_or(self.count));
        Self { first: self.first + u32::from(passed), count: self.count - passed }
    }
}

impl Node {
    #[inline]
    pub(crate) const fn decode(row: [u8; NODE]) -> Self {
        let [kind, boolean, n0, n1, f0, f1, f2, f3] = row;
        let number = u16::from_le_bytes([n0, n1]);
        let first = u32::from_le_bytes([f0, f1, f2, f3]);
        let rows = RowRange { first, count: number };
        match kind {
            Kind::OBJECT => Self::Object(rows),
            Kind::LIST => Self::List(rows),
            Kind::STRING => Self::String(first),
            Kind::NUMBER => Self::Number(first),
            Kind::BOOLEAN => Self::Boolean(boolean != 0),
            Kind::SLOT => Self::Slot(number),
            Kind::TEXT => Self::Text(rows),
            Kind::INNER => Self::Inner,
            _ => Self::Null,
        }
    }
}

/// A member of a compiled object.
#[derive(Clone, Copy)]
pub(crate) struct Member<'c> {
    row: &'c [u8; MEMBER],
}

impl<'c> Member<'c> {
    #[inline]
    pub(crate) fn new(row: &'c [u8; MEMBER]) -> Self {
        Self { row }
    }

    #[inline]
    pub(crate) fn key(self) -> TextId {
        u32_at(self.row, 0)
    }

    /// A comma, the key in quotes and a colon, as JSON.
    #[inline]
    pub(crate) fn comma_and_key(self, texts: Texts<'_>) -> &[u8] {
        texts.bytes_at(u32_at(self.row, 4), u16_at(self.row, 8))
    }

    /// Whether the member is left out when it has no value.
    #[inline]
    pub(crate) fn is_optional(self) -> bool {
        self.row[10] != 0
    }

    #[inline]
    pub(crate) fn node(self) -> Node {
        let [.., kind, boolean, n0, n1, f0, f1, f2, f3] = *self.row;
        Node::decode([kind, boolean, n0, n1, f0, f1, f2, f3])
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
        let row = self.node_row(node, texts, pieces);
        let number = count_of(self.nodes.len());
        self.nodes.push(row);
        number
    }

    /// The row of a node, once what is inside it has been added.
    fn node_row<'d>(
        &mut self,
        node: &'d NodeDef,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) -> [u8; NODE] {
        let (kind, is_true, count, first) = match node {
            NodeDef::Object(members) => {
                let first = self.members.len();
                self.members.resize(first + members.len(), [0; MEMBER]);
                for (at, member) in (first..).zip(members) {
                    self.members[at] = self.member_row(member, texts, pieces);
                }
                (Kind::OBJECT, false, members.len(), count_of(first))
            }
            NodeDef::List(items) => {
                let first = self.nodes.len();
                self.nodes.resize(first + items.len(), [0; NODE]);
                for (at, item) in (first..).zip(items) {
                    self.nodes[at] = self.node_row(item, texts, pieces);
                }
                (Kind::LIST, false, items.len(), count_of(first))
            }
            NodeDef::String(text) => (Kind::STRING, false, 0, texts.add(text.as_str())),
            NodeDef::Number(number) => (Kind::NUMBER, false, 0, texts.add(number.as_str())),
            NodeDef::Boolean(value) => (Kind::BOOLEAN, *value, 0, 0),
            NodeDef::Null => (Kind::NULL, false, 0, 0),
            NodeDef::Slot(slot) => (Kind::SLOT, false, *slot, 0),
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
                (Kind::TEXT, false, (pieces.next() - first) as usize, first)
            }
            NodeDef::Inner => (Kind::INNER, false, 0, 0),
        };
        // `encode` refuses a shape that is larger.
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        row(&[&[kind, u8::from(is_true)], &count.to_le_bytes(), &first.to_le_bytes()])
    }

    fn member_row<'d>(
        &mut self,
        member: &'d MemberDef,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) -> [u8; MEMBER] {
        let key = texts.add(member.key.as_str());
        let comma_and_key = json::comma_and_key(&member.key);
        // `encode` refuses longer keys.
        let length = u16::try_from(comma_and_key.len()).unwrap_or(u16::MAX);
        let comma_and_key = texts.add(comma_and_key);
        row(&[
            &key.to_le_bytes(),
            &texts.offset(comma_and_key).to_le_bytes(),
            &length.to_le_bytes(),
            &[u8::from(member.optional), 0],
            &self.node_row(&member.node, texts, pieces),
        ])
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
