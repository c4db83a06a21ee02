//! How the bodies of entries begin. The JSON up to the first member that a setter can change is laid
//! out when a catalog is encoded, by the JSON writer itself on an empty body. A body is nearly always
//! written from it: `cargo bench --bench write`.

use alloc::vec::Vec;

use crate::rows::{RowWriter, Rows, row, u16_at, u32_at};
use crate::size::TooLarge;

/// The prefixes of a catalog. A program that writes no bodies does not link them.
#[derive(Clone, Copy)]
pub struct Prefixes<'c> {
    /// One for each entry and locale; one more says where the last prefix ends.
    rows: Rows<'c, PREFIX>,
    locales: u16,
    json: &'c [u8],
}

/// Bytes of a row: where the JSON begins (4), the length of the path (1), the path (3).
const PREFIX: usize = 8;

/// Bytes before the rows: how many there are (4), and how many locales (2).
const HEADER: usize = 6;

/// The members that lead to a place in nested objects: the number of a member, then that of a member
/// inside it, and so on.
#[derive(Clone, Copy, Default)]
pub(crate) struct Path {
    length: u8,
    members: [u8; Self::LONGEST],
}

impl Path {
    const LONGEST: usize = 3;

    pub(crate) fn has_room(self) -> bool {
        usize::from(self.length) < Self::LONGEST
    }

    /// Adds the number of a member, or the greatest number there is; says which.
    pub(crate) fn push(&mut self, member: usize) -> usize {
        let member = u8::try_from(member).unwrap_or(u8::MAX);
        self.members[usize::from(self.length)] = member;
        self.length += 1;
        member.into()
    }

    #[inline]
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.members[..usize::from(self.length)]
    }
}

impl<'c> Prefixes<'c> {
    /// Opens the prefixes of an encoded catalog.
    ///
    /// # Panics
    ///
    /// Where the bytes are not those of [`Encoded::prefixes`](crate::builder::Encoded::prefixes).
    pub const fn open(bytes: &'c [u8]) -> Self {
        let (header, rest) = bytes.split_at(HEADER);
        let (rows, json) = Rows::split(rest, u32_at(header, 0) as usize);
        Self { rows, locales: u16_at(header, 4), json }
    }

    /// The JSON that the body of an entry begins with in a locale, and the member that it goes on
    /// with.
    #[inline]
    pub(crate) fn get(&self, entry: u16, locale: u16) -> (&'c [u8], Path) {
        let number = usize::from(entry) * usize::from(self.locales) + usize::from(locale);
        let row = self.rows.row(number);
        let next = self.rows.row(number + 1);
        let [.., length, a, b, c] = *row;
        let json = &self.json[u32_at(row, 0) as usize..u32_at(next, 0) as usize];
        (json, Path { length, members: [a, b, c] })
    }
}

/// The prefixes of a catalog while it is encoded.
pub(crate) struct PrefixWriter {
    rows: RowWriter<PREFIX>,
    locales: u16,
    json: Vec<u8>,
}

impl PrefixWriter {
    pub(crate) fn new(locales: u16) -> Self {
        Self { rows: RowWriter::default(), locales, json: Vec::new() }
    }

    /// Adds the prefix of the next locale, or of the next entry. The function appends the JSON and says
    /// which member a body goes on with.
    pub(crate) fn add(&mut self, write: impl FnOnce(&mut Vec<u8>) -> Path) -> Result<(), TooLarge> {
        let start = self.start()?;
        let path = write(&mut self.json);
        self.rows.push(row(&[&start.to_le_bytes(), &[path.length], &path.members]));
        Ok(())
    }

    /// The bytes of [`Encoded::prefixes`](crate::builder::Encoded::prefixes).
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, TooLarge> {
        self.rows.push(row(&[&self.start()?.to_le_bytes()]));
        let count = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let locales = self.locales.to_le_bytes();
        Ok([&count.to_le_bytes(), &locales[..], self.rows.bytes(), &self.json].concat())
    }

    fn start(&self) -> Result<u32, TooLarge> {
        u32::try_from(self.json.len())
            .map_err(|_| TooLarge::new("bytes of JSON that bodies begin with", u32::MAX as usize))
    }
}
