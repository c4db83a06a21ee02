//! Codes by their names: a hash table laid out at compile time.
//!
//! A name's hash is taken from its length and its first and last eight bytes, which overlap in short
//! names; where a catalog's names are too much alike for that, from all of their bytes. `cargo bench`
//! has it beside `phf`, `hashbrown` and a `match`.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use crate::packed::Packed;
use crate::text::Texts;

/// Names and the codes they stand for.
pub struct Lookup {
    /// As many as a power of two, or none; a name is at its hash, or behind it where that is taken.
    rows: Packed,
    /// Whether hashes are taken from all bytes.
    whole: bool,
}

impl Lookup {
    /// Bytes of a row: where the name is among the texts in 32 bits, its length and some bits of its
    /// hash in 16, the number of its code in 16. A free row is zeros, and no name's length is.
    const ROW: usize = 8;
    /// Names are shorter than this; the bits of a length that are left over have a bit of the hash.
    const LENGTHS: usize = 1 << 10;

    pub const fn new(rows: &'static [u8], whole: bool) -> Self {
        Self { rows: Packed(rows), whole }
    }

    pub(crate) const fn find(&self, texts: &Texts, name: &str) -> Option<u16> {
        let name = name.as_bytes();
        if self.rows.0.is_empty() || name.is_empty() || name.len() >= Self::LENGTHS {
            return None;
        }
        let hash = hash(name, self.whole);
        let wanted = mark(hash, name.len());
        let last = self.rows.0.len() / Self::ROW - 1;
        let mut at = hash as usize & last;
        loop {
            let [a, b, c, d, mark_low, mark_high, code_low, code_high] =
                *self.rows.bytes(at * Self::ROW);
            let mark = u16::from_le_bytes([mark_low, mark_high]);
            if mark == 0 {
                return None;
            }
            if mark == wanted {
                let start = u32::from_le_bytes([a, b, c, d]) as usize;
                let text = texts.bytes().split_at(start).1.split_at(name.len()).0;
                if is_same(text, name) {
                    return Some(u16::from_le_bytes([code_low, code_high]));
                }
            }
            at = (at + 1) & last;
        }
    }
}

/// A name's length and six bits of its hash: what tells most names apart before they are compared.
#[allow(clippy::cast_possible_truncation, reason = "lengths have ten bits")]
const fn mark(hash: u32, length: usize) -> u16 {
    (hash >> 26 << 10) as u16 | length as u16
}

/// The hash of a name. The derive has the same function; a test holds them together.
pub const fn hash(name: &[u8], whole: bool) -> u32 {
    let (mut first, last) = ends(name);
    if whole {
        let mut rest = name;
        while let Some((word, behind)) = rest.split_first_chunk::<8>() {
            first = mix(first, u64::from_le_bytes(*word));
            rest = behind;
        }
    }
    let hash = mix(first, last ^ name.len() as u64);
    (hash >> 32) as u32
}

#[allow(clippy::cast_possible_truncation, reason = "both halves are used, one after the other")]
const fn mix(left: u64, right: u64) -> u64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15) as u128 * (right ^ 0xD1B5_4A32_D192_ED03) as u128;
    product as u64 ^ (product >> 64) as u64
}

/// The first and the last eight bytes, or fewer.
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

/// Whether two names of one length are the same.
const fn is_same(left: &[u8], right: &[u8]) -> bool {
    let ((left_first, left_last), (right_first, right_last)) = (ends(left), ends(right));
    if left_first != right_first || left_last != right_last {
        return false;
    }
    let (mut left, mut right) = (left, right);
    while let (Some((word, left_rest)), Some((other, right_rest))) =
        (left.split_first_chunk::<8>(), right.split_first_chunk::<8>())
    {
        if u64::from_le_bytes(*word) != u64::from_le_bytes(*other) {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    true
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::is_same;

    #[test]
    fn names_are_the_same_when_every_byte_is() {
        for length in 1..40 {
            let name: String = ('a'..).take(length).collect();
            assert!(is_same(name.as_bytes(), name.clone().as_bytes()));
            for at in 0..length {
                let mut other = name.clone().into_bytes();
                other[at] = b'_';
                assert!(!is_same(name.as_bytes(), &other), "{name} but for {at}");
            }
        }
    }
}
