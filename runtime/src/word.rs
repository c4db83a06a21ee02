//! Eight bytes looked at as one number.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;

/// The highest bit of each byte that is the one asked for, the lowest of them exactly: a bit above it
/// may be set for another byte.
pub(crate) const fn equal(word: u64, byte: u8) -> u64 {
    let difference = word ^ (ONES * byte as u64);
    difference.wrapping_sub(ONES) & !difference & HIGH
}

/// The same for each byte that is less than another, which is one of ASCII.
pub(crate) const fn less(word: u64, byte: u8) -> u64 {
    // A byte that is less borrows from its highest bit, which no byte of ASCII has set.
    word.wrapping_sub(ONES * byte as u64) & !word & HIGH
}
