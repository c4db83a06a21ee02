//! Which parts of a shape stand for any number of errors.
//!
//! An *error item* is an item of a list, or a member whose name is a slot, with a slot in it that the
//! entry of an error fills. It is written once for each error that has the levels it names, and each
//! element that is received is an error.

use crate::shape::{KeyDef, MemberDef, NodeDef, PieceDef};
use crate::slot::{DEEPEST_LEVEL, SlotDef};

/// For which errors an error item is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ErrorItem {
    /// The lowest level that a slot in it names: it is written for the errors that have that level. 0
    /// where none is named: it is written for every error.
    pub(crate) lowest: u8,
    /// The deepest level that a slot in it names; 0 where a slot in it speaks of the error itself, so
    /// that no two errors have the same element.
    pub(crate) deepest: u8,
    /// Whether the first error has its place around the item, so that only the others are in it.
    pub(crate) leaves_out_first: bool,
    /// Whether there is an `{inner}` in it.
    pub(crate) nests: bool,
}

const IS_ERROR_ITEM: u8 = 1;
const LEAVES_OUT_FIRST: u8 = 2;
const NESTS: u8 = 4;

impl ErrorItem {
    /// How a list item is an error item; `None` where it is none.
    pub(crate) fn of_item(node: &NodeDef, slots: &[SlotDef], around: Levels) -> Option<Self> {
        Self::with(Levels::beside_items(node, slots), around)
    }

    /// How a member whose name is a slot is an error item; `None` where it is none.
    pub(crate) fn of_member(member: &MemberDef, slots: &[SlotDef], around: Levels) -> Option<Self> {
        let key = member.key.slot()?;
        let mut levels = Levels::anywhere(&member.node, slots);
        levels.add(key, slots);
        Self::with(levels, around)
    }

    fn with(levels: Levels, around: Levels) -> Option<Self> {
        let lowest = levels.lowest();
        (levels != Levels::NONE).then_some(Self {
            lowest,
            deepest: if levels.is_own { 0 } else { levels.deepest() },
            leaves_out_first: lowest > 0 && around.has(lowest),
            nests: levels.nests,
        })
    }

    pub(crate) fn encode(item: Option<Self>) -> [u8; 4] {
        let Some(Self { lowest, deepest, leaves_out_first, nests }) = item else { return [0; 4] };
        let flags = IS_ERROR_ITEM
            | if leaves_out_first { LEAVES_OUT_FIRST } else { 0 }
            | if nests { NESTS } else { 0 };
        [lowest, deepest, flags, 0]
    }

    pub(crate) fn decode([lowest, deepest, flags, _]: [u8; 4]) -> Option<Self> {
        (flags & IS_ERROR_ITEM != 0).then_some(Self {
            lowest,
            deepest,
            leaves_out_first: flags & LEAVES_OUT_FIRST != 0,
            nests: flags & NESTS != 0,
        })
    }
}

/// The levels that slots name, of those that an entry fills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Levels {
    /// A bit for each level.
    named: u128,
    /// Whether a slot speaks of the error itself.
    is_own: bool,
    /// Whether there is an `{inner}`, which has a place for every level but the first.
    nests: bool,
}

impl Levels {
    const NONE: Self = Self { named: 0, is_own: false, nests: false };

    /// Those in a node, but for items of lists and members whose names are slots.
    pub(crate) fn beside_items(node: &NodeDef, slots: &[SlotDef]) -> Self {
        let mut levels = Self::NONE;
        levels.add_node(node, slots, false);
        levels
    }

    fn anywhere(node: &NodeDef, slots: &[SlotDef]) -> Self {
        let mut levels = Self::NONE;
        levels.add_node(node, slots, true);
        levels
    }

    fn add_node(&mut self, node: &NodeDef, slots: &[SlotDef], in_items: bool) {
        match node {
            NodeDef::Object(members) => {
                for member in members {
                    match member.key {
                        KeyDef::Names(_) => self.add_node(&member.node, slots, in_items),
                        KeyDef::Slot(key) | KeyDef::Path(key) if in_items => {
                            self.add(key, slots);
                            self.add_node(&member.node, slots, true);
                        }
                        KeyDef::Slot(_) | KeyDef::Path(_) => {}
                    }
                }
            }
            NodeDef::List(items) if in_items => {
                for item in items {
                    self.add_node(item, slots, true);
                }
            }
            NodeDef::Slot(slot) => self.add(*slot, slots),
            NodeDef::Text(pieces) => self.add_pieces(pieces, slots),
            NodeDef::Inner => self.nests = true,
            _ => {}
        }
    }

    fn add_pieces(&mut self, pieces: &[PieceDef], slots: &[SlotDef]) {
        for piece in pieces {
            match piece {
                PieceDef::Fixed(_) => {}
                PieceDef::Slot(slot) => self.add(*slot, slots),
                PieceDef::Optional(pieces) => self.add_pieces(pieces, slots),
            }
        }
    }

    fn add(&mut self, slot: usize, slots: &[SlotDef]) {
        match slots.get(slot) {
            Some(slot) if slot.source.is_of_entry() => match slot.level {
                0 => self.is_own = true,
                level => self.named |= 1 << level.min(DEEPEST_LEVEL),
            },
            _ => {}
        }
    }

    /// The levels of both.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            named: self.named | other.named,
            is_own: self.is_own || other.is_own,
            nests: self.nests || other.nests,
        }
    }

    fn has(self, level: u8) -> bool {
        self.named >> level & 1 == 1 || self.nests && level > 1
    }

    /// 0 where there are none.
    fn lowest(self) -> u8 {
        if self.named == 0 { 0 } else { u8::try_from(self.named.trailing_zeros()).unwrap_or(0) }
    }

    /// 0 where there are none.
    fn deepest(self) -> u8 {
        u8::try_from(self.named.checked_ilog2().unwrap_or(0)).unwrap_or(0)
    }
}
