//! Eight bytes compared at once, as one 64-bit number.
//!
//! To find `"` in the bytes `a"b"….`, each byte is first combined with `"` by exclusive or: a match
//! becomes zero. Subtracting one from each byte makes a zero byte borrow, which sets its highest bit;
//! a byte that had its highest bit set before is excluded by `& !difference`. What is left are the
//! highest bits of the matching bytes, so `trailing_zeros() / 8` is the index of the first match.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;

/// The highest bit of each byte that equals `byte`. The lowest set bit is exact; a bit above it may
/// be a false positive, because a borrow runs into the next byte.
pub(crate) const fn equal(word: u64, byte: u8) -> u64 {
    let difference = word ^ (ONES * byte as u64);
    difference.wrapping_sub(ONES) & !difference & HIGH
}

/// The same for each byte that is less than `byte`, which is ASCII.
pub(crate) const fn less(word: u64, byte: u8) -> u64 {
    word.wrapping_sub(ONES * byte as u64) & !word & HIGH
}

#[cfg(test)]
mod tests {
    use super::{equal, less};

    #[test]
    fn the_lowest_match_is_exact() {
        let word = u64::from_le_bytes(*b"a\"b\"\"#!\x1f");
        assert_eq!(equal(word, b'"').trailing_zeros() / 8, 1);
        assert_eq!(less(word, b' ').trailing_zeros() / 8, 7);
        assert_eq!(equal(word, b'?'), 0);
    }
}
