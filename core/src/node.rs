//! A compiled shape: its nodes and members as rows.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error_item::{ErrorItem, Levels};
use crate::json;
use crate::pieces::PieceWriter;
use crate::rows::{RowRange, RowWriter, row, u16_at, u32_at};
use crate::shape::{KeyDef, MemberDef, NodeDef};
use crate::slot::SlotDef;
use crate::text::{TextId, TextWriter, Texts};

/// Bytes of a node's row: its kind (1), a boolean (1), a count or the number of a slot (2), the first
/// of its rows or texts (4), how it is an error item (4).
pub(crate) const NODE: usize = 12;

/// Bytes of a member's row: the first of its names as a text, or the slot that is its name (4), the
/// offset (4) and the length (2) of `,"key":` among the texts, flags (1), how many names it has (1),
/// its node as in a node's row.
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

// The flags of a member.
const IS_OPTIONAL: u8 = 1;
const HAS_SLOT: u8 = 2;
const HAS_PATH: u8 = 4;

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

impl Node {
    #[inline]
    pub(crate) const fn decode(row: [u8; NODE]) -> Self {
        let [kind, boolean, n0, n1, f0, f1, f2, f3, ..] = row;
        let number = u16::from_le_bytes([n0, n1]);
        let first = u32::from_le_bytes([f0, f1, f2, f3]);
        let rows = RowRange::new(first, number);
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

/// An item of a compiled list.
#[derive(Clone, Copy)]
pub(crate) struct Item {
    pub(crate) node: Node,
    /// How it stands for errors; `None` where it is one element at most.
    pub(crate) errors: Option<ErrorItem>,
}

impl Item {
    pub(crate) fn decode(row: &[u8; NODE]) -> Self {
        let [.., a, b, c, d] = *row;
        Self { node: Node::decode(*row), errors: ErrorItem::decode([a, b, c, d]) }
    }
}

/// A member of a compiled object.
#[derive(Clone, Copy)]
pub(crate) struct Member<'c> {
    row: &'c [u8; MEMBER],
    number: u32,
}

/// The name of a compiled member.
#[derive(Clone, Copy)]
pub(crate) enum Key {
    /// The first of its names, and how many there are.
    Names(TextId, u8),
    /// The slot that it is the value of.
    Slot(u16),
    /// The same, of names joined by `.`.
    Path(u16),
}

impl<'c> Member<'c> {
    #[inline]
    pub(crate) fn new(row: &'c [u8; MEMBER], number: u32) -> Self {
        Self { row, number }
    }

    /// The member as the only one of an object.
    pub(crate) fn alone(self) -> RowRange {
        RowRange::new(self.number, 1)
    }

    #[inline]
    pub(crate) fn key(self) -> Key {
        match self.row[10] & (HAS_SLOT | HAS_PATH) {
            0 => Key::Names(u32_at(self.row, 0), self.row[11]),
            HAS_SLOT => Key::Slot(u16_at(self.row, 0)),
            _ => Key::Path(u16_at(self.row, 0)),
        }
    }

    /// Whether its name is the value of a slot.
    #[inline]
    pub(crate) fn is_map(self) -> bool {
        self.row[10] & (HAS_SLOT | HAS_PATH) != 0
    }

    /// The name that is written, which a member has that is no map.
    #[inline]
    pub(crate) fn name(self) -> TextId {
        u32_at(self.row, 0)
    }

    /// How many names it has.
    #[inline]
    pub(crate) fn name_count(self) -> u8 {
        self.row[11]
    }

    /// A comma, the key in quotes and a colon, as JSON.
    #[inline]
    pub(crate) fn comma_and_key(self, texts: Texts<'_>) -> &[u8] {
        texts.bytes_at(u32_at(self.row, 4), u16_at(self.row, 8))
    }

    /// Whether the member is left out when it has no value.
    #[inline]
    pub(crate) fn is_optional(self) -> bool {
        self.row[10] & IS_OPTIONAL != 0
    }

    #[inline]
    pub(crate) fn node(self) -> Node {
        let [.., kind, boolean, n0, n1, f0, f1, f2, f3, _, _, _, _] = *self.row;
        Node::decode([kind, boolean, n0, n1, f0, f1, f2, f3, 0, 0, 0, 0])
    }

    /// How it stands for errors, which a map does.
    pub(crate) fn errors(self) -> Option<ErrorItem> {
        let [.., a, b, c, d] = *self.row;
        ErrorItem::decode([a, b, c, d])
    }
}

/// A shape while a catalog is encoded.
pub(crate) struct ShapeWriter<'d> {
    slots: &'d [SlotDef],
    nodes: Vec<[u8; NODE]>,
    members: Vec<[u8; MEMBER]>,
}

impl<'d> ShapeWriter<'d> {
    pub(crate) fn new(slots: &'d [SlotDef]) -> Self {
        Self { slots, nodes: Vec::new(), members: Vec::new() }
    }

    /// Adds a node and what is inside it; its number.
    pub(crate) fn add(
        &mut self,
        node: &'d NodeDef,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) -> u32 {
        let around = Levels::beside_items(node, self.slots);
        let row = self.node_row(node, None, around, texts, pieces);
        let number = count_of(self.nodes.len());
        self.nodes.push(row);
        number
    }

    /// The row of a node, once what is inside it has been added.
    fn node_row(
        &mut self,
        node: &'d NodeDef,
        errors: Option<ErrorItem>,
        around: Levels,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) -> [u8; NODE] {
        let (kind, is_true, count, first) = match node {
            NodeDef::Object(members) => {
                let first = self.members.len();
                self.members.resize(first + members.len(), [0; MEMBER]);
                for (at, member) in (first..).zip(members) {
                    self.members[at] = self.member_row(member, around, texts, pieces);
                }
                (Kind::OBJECT, false, members.len(), count_of(first))
            }
            NodeDef::List(items) => {
                let first = self.nodes.len();
                self.nodes.resize(first + items.len(), [0; NODE]);
                for (at, item) in (first..).zip(items) {
                    let errors = ErrorItem::of_item(item, self.slots, around);
                    let around = around.and(Levels::beside_items(item, self.slots));
                    self.nodes[at] = self.node_row(item, errors, around, texts, pieces);
                }
                (Kind::LIST, false, items.len(), count_of(first))
            }
            NodeDef::String(text) => (Kind::STRING, false, 0, texts.add(text.as_str())),
            NodeDef::Number(number) => (Kind::NUMBER, false, 0, texts.add(number.as_str())),
            NodeDef::Boolean(value) => (Kind::BOOLEAN, *value, 0, 0),
            NodeDef::Null => (Kind::NULL, false, 0, 0),
            NodeDef::Slot(slot) => (Kind::SLOT, false, *slot, 0),
            NodeDef::Text(text) => {
                let range = pieces.shape_text(text, texts);
                (Kind::TEXT, false, range.len(), range.start)
            }
            NodeDef::Inner => (Kind::INNER, false, 0, 0),
        };
        // `encode` refuses a shape that is larger.
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        row(&[
            &[kind, u8::from(is_true)],
            &count.to_le_bytes(),
            &first.to_le_bytes(),
            &ErrorItem::encode(errors),
        ])
    }

    fn member_row(
        &mut self,
        member: &'d MemberDef,
        around: Levels,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) -> [u8; MEMBER] {
        let optional = if member.optional { IS_OPTIONAL } else { 0 };
        // `encode` refuses more slots, and longer keys.
        let number = |slot: &usize| u32::try_from(*slot).unwrap_or(0);
        let (key, flags, names) = match &member.key {
            KeyDef::Names(names) => (texts.add_list(names), optional, names.as_slice()),
            KeyDef::Slot(slot) => (number(slot), optional | HAS_SLOT, &[][..]),
            KeyDef::Path(slot) => (number(slot), optional | HAS_PATH, &[][..]),
        };
        let comma_and_key = names.first().map_or(String::new(), |name| json::comma_and_key(name));
        let length = u16::try_from(comma_and_key.len()).unwrap_or(u16::MAX);
        let comma_and_key = texts.add(comma_and_key);
        let errors = ErrorItem::of_member(member, self.slots, around);
        let around = match errors {
            Some(_) => around.and(Levels::beside_items(&member.node, self.slots)),
            None => around,
        };
        row(&[
            &key.to_le_bytes(),
            &texts.offset(comma_and_key).to_le_bytes(),
            &length.to_le_bytes(),
            &[flags, u8::try_from(names.len()).unwrap_or(u8::MAX)],
            &self.node_row(&member.node, errors, around, texts, pieces),
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
