//! The headers that a catalog has: names, and values with slots in them.

use crate::catalog::{Catalog, HEADER_ROW};
use crate::pieces::{PieceWriter, Pieces};
use crate::rows::{RowRange, row, u16_at, u32_at};
use crate::shape::HeaderDef;
use crate::text::{TextId, TextWriter};

/// A header of a compiled catalog.
#[derive(Clone, Copy)]
pub(crate) struct Header<'c> {
    catalog: &'c Catalog<'c>,
    name: TextId,
    pieces: RowRange,
    is_optional: bool,
}

impl<'c> Header<'c> {
    pub(crate) fn encode<'d>(
        header: &'d HeaderDef,
        texts: &mut TextWriter<'d>,
        pieces: &mut PieceWriter,
    ) -> [u8; HEADER_ROW] {
        let name = texts.add(header.name.as_str());
        let range = pieces.shape_text(&header.pieces, texts);
        // `encode` refuses more.
        let count = u16::try_from(range.len()).unwrap_or(u16::MAX);
        row(&[
            &name.to_le_bytes(),
            &range.start.to_le_bytes(),
            &count.to_le_bytes(),
            &[header.is_optional.into()],
        ])
    }

    pub(crate) fn decode(catalog: &'c Catalog<'c>, row: &[u8; HEADER_ROW]) -> Self {
        let pieces = RowRange::new(u32_at(row, 4), u16_at(row, 8));
        Self { catalog, name: u32_at(row, 0), pieces, is_optional: row[10] != 0 }
    }

    pub(crate) fn name(self) -> &'c str {
        self.catalog.texts.get(self.name)
    }

    /// The pieces of its value; none where the catalog has no value for it.
    pub(crate) fn pieces(self) -> Pieces<'c> {
        self.catalog.pieces_of(self.pieces)
    }

    /// Whether answers are meant to do without it where a slot in it has no value.
    pub(crate) fn is_optional(self) -> bool {
        self.is_optional
    }

    /// Whether the catalog has a value for it.
    pub(crate) fn has_value(self) -> bool {
        self.pieces.len() > 0
    }
}

/// The headers of answers.
impl<'c> Catalog<'c> {
    /// The names of the headers that answers of every status may have, in the order of the catalog.
    /// Those of one status are in [`StatusRow::headers`](crate::StatusRow::headers).
    pub fn headers(&'c self) -> impl ExactSizeIterator<Item = &'c str> {
        self.header_rows(0, self.header_count).map(Header::name)
    }

    pub(crate) fn header_rows(
        &'c self,
        first: u32,
        count: u16,
    ) -> impl ExactSizeIterator<Item = Header<'c>> {
        let first = first as usize;
        let rows = self.headers.rows(first..first + usize::from(count));
        rows.iter().map(move |row| Header::decode(self, row))
    }
}
