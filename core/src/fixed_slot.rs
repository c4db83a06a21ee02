//! Values that an entry puts into slots itself.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::rows::{RowWriter, Rows, row, u16_at, u32_at};
use crate::text::{TextId, TextWriter, Texts};

/// A slot that only callers fill otherwise, and what an entry puts into it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FixedSlotDef {
    /// The slot, by its number in the shape.
    pub slot: usize,
    /// What stands in it where the caller has not set it.
    pub value: FixedValueDef,
}

/// What an entry puts into a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum FixedValueDef {
    /// A string.
    Text(String),
    /// Anything else, as JSON text.
    Json(String),
}

/// The same in a compiled catalog.
#[derive(Clone, Copy)]
pub(crate) enum FixedValue<'c> {
    Text {
        text: &'c str,
        /// Whether the text is in JSON as it is.
        is_plain: bool,
    },
    Json(&'c str),
}

/// Bytes of a row: the slot (2), whether the value is JSON (2), the value as a text (4).
pub(crate) const FIXED_SLOT: usize = 8;

/// The values that an entry puts into slots.
#[derive(Clone, Copy)]
pub(crate) struct FixedSlots<'c> {
    rows: &'c [[u8; FIXED_SLOT]],
    texts: Texts<'c>,
}

impl<'c> FixedSlots<'c> {
    pub(crate) fn new(
        rows: Rows<'c, FIXED_SLOT>,
        texts: Texts<'c>,
        first: u32,
        count: u16,
    ) -> Self {
        let first = first as usize;
        Self { rows: rows.rows(first..first + usize::from(count)), texts }
    }

    /// The value of a slot; `None` where the entry puts none into it.
    pub(crate) fn find(self, slot: u16) -> Option<FixedValue<'c>> {
        self.iter().find(|(number, _)| *number == slot).map(|(_, value)| value)
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = (u16, FixedValue<'c>)> {
        let texts = self.texts;
        self.rows.iter().map(move |row| {
            let (text, is_plain) = texts.get_with_plain(u32_at(row, 4));
            let value = match u16_at(row, 2) {
                0 => FixedValue::Text { text, is_plain },
                _ => FixedValue::Json(text),
            };
            (u16_at(row, 0), value)
        })
    }
}

impl From<FixedValue<'_>> for FixedValueDef {
    fn from(value: FixedValue<'_>) -> Self {
        match value {
            FixedValue::Text { text, .. } => Self::Text(text.into()),
            FixedValue::Json(json) => Self::Json(json.into()),
        }
    }
}

/// The values of all entries while a catalog is encoded; a list that several entries have is kept once.
#[derive(Default)]
pub(crate) struct FixedSlotWriter {
    pub(crate) rows: RowWriter<FIXED_SLOT>,
    known: BTreeMap<Vec<[u8; FIXED_SLOT]>, u32>,
}

impl FixedSlotWriter {
    /// The number of the first of some values.
    pub(crate) fn add<'d>(
        &mut self,
        values: &'d [FixedSlotDef],
        texts: &mut TextWriter<'d>,
    ) -> u32 {
        if values.is_empty() {
            return 0;
        }
        let rows: Vec<_> = values
            .iter()
            .map(|FixedSlotDef { slot, value }| {
                // `encode` refuses more slots.
                let slot = u16::try_from(*slot).unwrap_or(u16::MAX);
                let (is_json, text): (u16, TextId) = match value {
                    FixedValueDef::Text(text) => (0, texts.add(text.as_str())),
                    FixedValueDef::Json(json) => (1, texts.add(json.as_str())),
                };
                row(&[&slot.to_le_bytes(), &is_json.to_le_bytes(), &text.to_le_bytes()])
            })
            .collect();
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        *self.known.entry(rows).or_insert_with_key(|rows| {
            for row in rows {
                self.rows.push(*row);
            }
            next
        })
    }
}
