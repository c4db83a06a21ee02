//! Codes by their names: a hash table laid out at compile time.
//!
//! At least half of the rows are free, so that a name is nearly always where its hash says. Both the
//! hash and the comparison take a name as two pieces of sixteen bytes that may overlap, and so do the
//! same whatever its length is: a branch that cannot be foreseen costs more than all of that. `cargo
//! bench` has it beside `phf`, `hashbrown` and a `match`.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use crate::text::Texts;

/// Names and the codes they stand for.
pub struct Lookup {
    seed: u64,
    /// As many as a power of two, or none; a name is at its hash, or behind it where that is taken. A
    /// row is where the name is among the texts in 32 bits, its mark in 16, and the number of its code
    /// in 16. A free one is zeros, and no mark is.
    rows: &'static [[u8; 8]],
}

impl Lookup {
    /// Names are shorter than this; the bits of a length that are left over have bits of the hash.
    const LENGTHS: usize = 1 << 10;

    pub const fn new(seed: u64, rows: &'static [u8]) -> Self {
        Self { seed, rows: rows.as_chunks().0 }
    }

    #[inline]
    pub(crate) const fn find(&self, texts: &Texts, name: &str) -> Option<u16> {
        let name = name.as_bytes();
        if name.is_empty() || name.len() >= Self::LENGTHS || self.rows.is_empty() {
            return None;
        }
        let hash = hash(name, self.seed);
        let mark = mark(hash, name.len());
        let mut at = place(hash);
        loop {
            let [a, b, c, d, mark_low, mark_high, code_low, code_high] =
                self.rows[at & (self.rows.len() - 1)];
            let found = u16::from_le_bytes([mark_low, mark_high]);
            if found == mark {
                let start = u32::from_le_bytes([a, b, c, d]) as usize;
                let text = texts.bytes().split_at(start).1.split_at(name.len()).0;
                if is_same(text, name) {
                    return Some(u16::from_le_bytes([code_low, code_high]));
                }
            }
            if found == 0 {
                return None;
            }
            at += 1;
        }
    }
}

// The derive lays tables out by the same functions; a test holds them together.

/// The hash of a name, from all its bytes.
#[inline]
pub const fn hash(name: &[u8], seed: u64) -> u64 {
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

/// Where to begin to look for a hash; the number of rows is a power of two.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "half of the bits are kept")]
pub const fn place(hash: u64) -> usize {
    (hash & 0xFFFF_FFFF) as usize
}

/// A name's length and six bits of its hash: what tells most names apart before they are compared.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "both are cut to their bits")]
pub const fn mark(hash: u64, length: usize) -> u16 {
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

/// The first and the last eight bytes, or fewer.
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

/// Whether two names of one length are the same. Where their ends are, and they have no middle, there
/// is nothing left to compare, and nothing that depends on the length.
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
    use alloc::string::String;

    use super::{hash, is_same};

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
}
