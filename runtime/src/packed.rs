//! Tables as byte strings. A table is one token of the expansion then, which the compiler reads at
//! once: with a literal for each number, a catalog of 5,000 codes took a second longer to check, and
//! takes half a second in all now.

/// Numbers, little end first.
#[derive(Clone, Copy)]
pub(crate) struct Packed(pub(crate) &'static [u8]);

impl Packed {
    /// So many bytes from a place on, which every table has that is asked for them.
    #[inline]
    pub(crate) const fn bytes<const COUNT: usize>(self, at: usize) -> &'static [u8; COUNT] {
        match self.0.split_at(at).1.first_chunk() {
            Some(bytes) => bytes,
            None => panic!("a table ends before its rows do"),
        }
    }

    #[inline]
    pub(crate) const fn u16(self, at: usize) -> u16 {
        u16::from_le_bytes(*self.bytes(at))
    }

    #[inline]
    pub(crate) const fn u32(self, at: usize) -> u32 {
        u32::from_le_bytes(*self.bytes(at))
    }
}
