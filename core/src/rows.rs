//! Tables of rows of one size, in a byte string. A table is one literal of the expansion, which the
//! compiler takes in at once; `cargo bench --bench compile` shows what a literal per number costs.

use alloc::vec::Vec;
use core::ops::Range;

/// What a row says instead of the number of a slot or an entry.
pub(crate) const NONE: u16 = u16::MAX;

/// Rows of `SIZE` bytes; numbers in them are little-endian.
#[derive(Clone, Copy)]
pub(crate) struct Rows<'c, const SIZE: usize>(&'c [[u8; SIZE]]);

impl<'c, const SIZE: usize> Rows<'c, SIZE> {
    /// The first `count` rows of some bytes, and the bytes behind them.
    pub(crate) const fn split(bytes: &'c [u8], count: usize) -> (Self, &'c [u8]) {
        let (rows, rest) = bytes.split_at(count * SIZE);
        (Self(rows.as_chunks().0), rest)
    }

    pub(crate) const fn len(self) -> usize {
        self.0.len()
    }

    #[inline]
    pub(crate) const fn row(self, number: usize) -> &'c [u8; SIZE] {
        &self.0[number]
    }

    /// Rows that follow each other.
    #[inline]
    pub(crate) fn rows(self, range: Range<usize>) -> &'c [[u8; SIZE]] {
        &self.0[range]
    }

    #[inline]
    pub(crate) fn find(self, number: usize) -> Option<&'c [u8; SIZE]> {
        self.0.get(number)
    }
}

/// Rows that follow each other.
#[derive(Clone, Copy)]
pub(crate) struct RowRange {
    first: u32,
    count: u16,
}

impl RowRange {
    pub(crate) const fn new(first: u32, count: u16) -> Self {
        Self { first, count }
    }

    #[inline]
    pub(crate) fn rows(self) -> Range<usize> {
        let first = self.first as usize;
        first..first + usize::from(self.count)
    }

    #[inline]
    pub(crate) fn first(self) -> u32 {
        self.first
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

/// The 16-bit number at a byte of a row.
#[inline]
pub(crate) const fn u16_at(row: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([row[at], row[at + 1]])
}

/// The 32-bit number at a byte of a row.
#[inline]
pub(crate) const fn u32_at(row: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]])
}

/// The 64-bit number at a byte of a row.
pub(crate) const fn u64_at(row: &[u8], at: usize) -> u64 {
    (u32_at(row, at + 4) as u64) << 32 | u32_at(row, at) as u64
}

/// Rows of `SIZE` bytes while a catalog is encoded.
#[derive(Default)]
pub(crate) struct RowWriter<const SIZE: usize>(Vec<u8>);

impl<const SIZE: usize> RowWriter<SIZE> {
    pub(crate) fn len(&self) -> usize {
        self.0.len() / SIZE
    }

    pub(crate) fn push(&mut self, row: [u8; SIZE]) {
        self.0.extend_from_slice(&row);
    }

    pub(crate) fn last_mut(&mut self) -> Option<&mut [u8; SIZE]> {
        self.0.last_chunk_mut()
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Puts the parts of a row together, in order; what is left of it is zeros.
pub(crate) fn row<const SIZE: usize>(parts: &[&[u8]]) -> [u8; SIZE] {
    let mut row = [0; SIZE];
    let mut at = 0;
    for part in parts {
        row[at..at + part.len()].copy_from_slice(part);
        at += part.len();
    }
    row
}
