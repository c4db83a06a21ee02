//! Names to entries: a hash table laid out when a catalog is encoded, with open addressing.
//!
//! At least half of the rows are free, so that nearly every name is in the row that its hash selects.
//! A name of several entries has a row for each. The first is placed as if there were no others; they are
//! behind it in the order of the entries, before the next free row.
//!
//! The hash and the comparison take a name as two chunks of 16 bytes that may overlap, so that they
//! do not branch on its length: a mispredicted branch costs more than all the rest. `cargo bench
//! --bench lookup` has it beside `phf`, `hashbrown` and a `match`.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use crate::rows::{Rows, row, u16_at, u32_at};
use crate::text::{TextWriter, Texts};

/// The most bytes that a name may have: its length is 10 bits of a row.
pub const LONGEST_NAME: usize = (1 << 10) - 1;

/// Bytes of a row: the offset of the name among the texts (4), its mark (2), its entry (2). A free
/// row is zeros, and no mark is zero.
pub(crate) const LOOKUP: usize = 8;

/// Names and the entries they stand for.
#[derive(Clone, Copy)]
pub(crate) struct Lookup<'c> {
    seed: u64,
    /// None, or as many as a power of two.
    rows: Rows<'c, LOOKUP>,
}

impl<'c> Lookup<'c> {
    pub(crate) const fn new(seed: u64, rows: Rows<'c, LOOKUP>) -> Self {
        Self { seed, rows }
    }

    /// The first entry of a name; `None` where the table does not have it.
    #[inline]
    pub(crate) const fn find(self, texts: Texts<'_>, name: &str) -> Option<u16> {
        match self.place(texts, name) {
            Some((_, row)) => Some(u16_at(row, 6)),
            None => None,
        }
    }

    /// Every entry of a name, in their order.
    pub(crate) fn find_all(
        self,
        texts: Texts<'_>,
        name: &str,
    ) -> impl Iterator<Item = u16> + use<'c> {
        let first = self.place(texts, name);
        let rows = first.into_iter().flat_map(move |(at, _)| (at..).map(move |at| self.row(at)));
        // Each text is kept once: where its offset and its length are the same, so is the name.
        let of_name = |row: &[u8; LOOKUP]| (u32_at(row, 0), u16_at(row, 4));
        let name = first.map(|(_, row)| of_name(row));
        rows.take_while(|row| u16_at(*row, 4) != 0)
            .filter(move |row| Some(of_name(row)) == name)
            .map(|row| u16_at(row, 6))
    }

    /// The row at a place; behind the last row comes the first one.
    #[inline]
    const fn row(self, at: usize) -> &'c [u8; LOOKUP] {
        self.rows.row(at & (self.rows.len() - 1))
    }

    /// The first row of a name, and its place.
    #[allow(clippy::inline_always, reason = "the two that call it differ in what they do next")]
    #[inline(always)]
    const fn place(self, texts: Texts<'_>, name: &str) -> Option<(usize, &'c [u8; LOOKUP])> {
        let name = name.as_bytes();
        if name.is_empty() || name.len() > LONGEST_NAME || self.rows.len() == 0 {
            return None;
        }
        let hash = hash(name, self.seed);
        let mark = mark(hash, name.len());
        let mut at = first_row(hash);
        loop {
            let row = self.row(at);
            let found = u16_at(row, 4);
            if found == mark {
                let known = texts.bytes().split_at(u32_at(row, 0) as usize).1;
                if is_same(known.split_at(name.len()).0, name) {
                    return Some((at, row));
                }
            }
            if found == 0 {
                return None;
            }
            at += 1;
        }
    }
}

/// The seed and the rows of a table, from names in the order of their entries. A name that is empty or
/// longer than [`LONGEST_NAME`] is left out.
pub(crate) fn encode<'d>(
    names: impl Iterator<Item = (&'d str, u16)>,
    texts: &mut TextWriter<'d>,
) -> (u64, Vec<u8>) {
    let mut known = BTreeMap::new();
    // The first of each name are placed before all others, so that they are found as fast.
    let (mut firsts, mut others) = (Vec::new(), Vec::new());
    for (name, entry) in names {
        if name.is_empty() || name.len() > LONGEST_NAME {
            continue;
        }
        match known.insert(name, entry) {
            None => firsts.push((name, entry)),
            Some(before) if before == entry => {}
            Some(_) => others.push((name, entry)),
        }
    }
    let count = firsts.len();
    firsts.extend(others);
    let Layout { seed, rows, .. } = Layout::best(&firsts, count);
    let rows = rows.into_iter().flat_map(|found| match found {
        None => [0; LOOKUP],
        Some(Placed { name, entry, mark }) => {
            let id = texts.add(name);
            let start = texts.offset(id);
            row(&[&start.to_le_bytes(), &mark.to_le_bytes(), &entry.to_le_bytes()])
        }
    });
    let bytes = rows.collect();
    (seed, bytes)
}

/// A name in its row.
#[derive(Clone, Copy)]
struct Placed<'n> {
    name: &'n str,
    entry: u16,
    mark: u16,
}

/// Names in rows.
struct Layout<'n> {
    seed: u64,
    rows: Vec<Option<Placed<'n>>>,
    /// How many names are not in the row that their hash selects, besides those that were there before.
    displaced: usize,
}

impl<'n> Layout<'n> {
    /// With the right seed, every name of a small table is in the row that its hash selects; in a
    /// large table, some never are.
    ///
    /// Names from `firsts` on are there before.
    fn best(names: &[(&'n str, u16)], firsts: usize) -> Self {
        const SMALL: usize = 64;
        const SEEDS: u64 = 64;
        let mut best = Self::new(names, firsts, 0);
        let mut seed = 1;
        while names.len() <= SMALL && best.displaced > 0 && seed < SEEDS {
            let other = Self::new(names, firsts, seed);
            if other.displaced < best.displaced {
                best = other;
            }
            seed += 1;
        }
        best
    }

    fn new(names: &[(&'n str, u16)], firsts: usize, seed: u64) -> Self {
        if names.is_empty() {
            return Self { seed, rows: Vec::new(), displaced: 0 };
        }
        let count = (names.len() * 2).next_power_of_two();
        let mut rows = vec![None; count];
        let mut displaced = 0;
        for (number, (name, entry)) in names.iter().enumerate() {
            let hash = hash(name.as_bytes(), seed);
            let mut at = first_row(hash) & (count - 1);
            displaced += usize::from(number < firsts && rows[at].is_some());
            while rows[at].is_some() {
                at = (at + 1) & (count - 1);
            }
            rows[at] = Some(Placed { name, entry: *entry, mark: mark(hash, name.len()) });
        }
        Self { seed, rows, displaced }
    }
}

/// The hash of a name, from all its bytes.
#[inline]
const fn hash(name: &[u8], seed: u64) -> u64 {
    let length = name.len() as u64;
    let (Some(first), Some(last)) = (name.first_chunk::<16>(), name.last_chunk::<16>()) else {
        let (first, last) = ends(name);
        return mix(first ^ seed, last ^ length);
    };
    let ((a, b), (c, d)) = (halves(first), halves(last));
    let hash = mix(a ^ c.rotate_left(23) ^ seed, b ^ d.rotate_left(41) ^ length);
    if name.len() <= 32 { hash } else { with_middle(hash, name) }
}

#[cold]
const fn with_middle(mut hash: u64, mut name: &[u8]) -> u64 {
    while name.len() > 32 {
        name = name.split_at(16).1;
        let Some(chunk) = name.first_chunk::<16>() else { break };
        let (a, b) = halves(chunk);
        hash = mix(a ^ hash, b);
    }
    hash
}

/// The row that a hash selects, before it is reduced to the number of rows.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "half of the bits are kept")]
const fn first_row(hash: u64) -> usize {
    (hash & 0xFFFF_FFFF) as usize
}

/// A name's length and six bits of its hash: most names differ in it, and need not be compared.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "both are cut to their bits")]
const fn mark(hash: u64, length: usize) -> u16 {
    ((hash >> 48) as u16 & 0xFC00) | (length as u16 & 0x03FF)
}

#[inline]
const fn mix(left: u64, right: u64) -> u64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15) as u128 * (right ^ 0xD1B5_4A32_D192_ED03) as u128;
    let (low, high) = halves(&product.to_le_bytes());
    low ^ high
}

#[allow(clippy::cast_possible_truncation, reason = "both halves are taken")]
#[inline]
const fn halves(bytes: &[u8; 16]) -> (u64, u64) {
    let both = u128::from_le_bytes(*bytes);
    (both as u64, (both >> 64) as u64)
}

/// The first and the last eight bytes of a name of fewer than 16 bytes, or fewer.
#[inline]
const fn ends(bytes: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return (u32::from_le_bytes(*first) as u64, u32::from_le_bytes(*last) as u64);
    }
    match bytes {
        [] => (0, 0),
        [only] => (*only as u64, 0),
        [first, .., last] => (*first as u64 | (bytes[1] as u64) << 8, *last as u64),
    }
}

/// Whether two names of one length are the same. Up to 32 bytes, two chunks that may overlap are all
/// of a name.
#[inline]
const fn is_same(left: &[u8], right: &[u8]) -> bool {
    let (Some(left_first), Some(left_last), Some(right_first), Some(right_last)) = (
        left.first_chunk::<16>(),
        left.last_chunk::<16>(),
        right.first_chunk::<16>(),
        right.last_chunk::<16>(),
    ) else {
        let ((left_first, left_last), (right_first, right_last)) = (ends(left), ends(right));
        return left_first == right_first && left_last == right_last;
    };
    let same_first = u128::from_le_bytes(*left_first) == u128::from_le_bytes(*right_first);
    let same_last = u128::from_le_bytes(*left_last) == u128::from_le_bytes(*right_last);
    same_first && same_last && (left.len() <= 32 || has_same_middle(left, right))
}

#[cold]
const fn has_same_middle(left: &[u8], right: &[u8]) -> bool {
    let mut at = 16;
    while at + 16 < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use super::*;

    #[test]
    fn names_are_the_same_when_every_byte_is() {
        for length in 1..100 {
            let name: String = ('!'..'\u{7F}').cycle().take(length).collect();
            assert!(is_same(name.as_bytes(), name.clone().as_bytes()));
            for at in 0..length {
                let mut other = name.clone().into_bytes();
                other[at] = b'_';
                if other != name.as_bytes() {
                    assert!(!is_same(name.as_bytes(), &other), "{name} but for {at}");
                    assert_ne!(hash(name.as_bytes(), 0), hash(&other, 0), "{name} but for {at}");
                }
            }
        }
    }

    #[test]
    fn few_names_are_displaced() {
        for count in [1, 16, 17, 1000, 7000] {
            let names: Vec<_> = (0..count).map(|n| format!("payment-{n:08}-declined")).collect();
            let names: Vec<_> = names.iter().map(|name| (name.as_str(), 0)).collect();
            let layout = Layout::best(&names, names.len());
            assert_eq!(layout.rows.iter().flatten().count(), count);
            assert!(layout.displaced <= count / 3, "{} of {count} names", layout.displaced);
        }
    }

    #[test]
    fn every_name_is_found_and_no_other() {
        let names: Vec<_> = (0..300).map(|n| "x".repeat(n % 40) + &format!("{n}")).collect();
        let long = "y".repeat(LONGEST_NAME + 1);
        let mut texts = TextWriter::new(1);
        let all = (0..).zip(&names).map(|(n, name)| (name.as_str(), n));
        let shared = (300..360).map(|n| (names[if n % 2 == 0 { 5 } else { 7 }].as_str(), n));
        let (seed, rows) = encode(all.chain([("", 7), (&*long, 8)]).chain(shared), &mut texts);
        let (text, starts) = texts.finish().expect("short texts");
        let texts = Texts::new(&text, Rows::split(&starts, starts.len() / 4).0);
        let lookup = Lookup::new(seed, Rows::split(&rows, rows.len() / LOOKUP).0);
        for (n, name) in (0..).zip(&names) {
            assert_eq!(lookup.find(texts, name), Some(n), "{name}");
            assert_eq!(lookup.find(texts, &format!("{name}z")), None, "{name}z");
            let others = (300..360).filter(|other| match n {
                5 => other % 2 == 0,
                7 => other % 2 == 1,
                _ => false,
            });
            assert!(lookup.find_all(texts, name).eq([n].into_iter().chain(others)), "{name}");
        }
        assert_eq!(lookup.find_all(texts, "none").next(), None);
        assert_eq!(lookup.find(texts, ""), None);
        assert_eq!(lookup.find(texts, &long), None);
    }
}
