//! The texts of a catalog: all in one string, one behind the other, with an offset for each. A
//! reference to a text is a small number, where a `&str` would be two words and a relocation.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use crate::packed::Packed;

/// All texts of a catalog.
pub struct Texts {
    text: &'static str,
    starts: Packed,
}

/// A text by its number; 0 is none.
pub(crate) type TextId = u32;

/// The bit of a text's start that says whether something in it has to be escaped in JSON.
const ESCAPED: u32 = 1 << 31;

impl Texts {
    /// The texts one behind the other, and with 32 bits for each where it starts; one more says where
    /// the last one ends.
    pub const fn new(text: &'static str, starts: &'static [u8]) -> Self {
        Self { text, starts: Packed(starts) }
    }

    pub(crate) const fn get(&self, id: TextId) -> &'static str {
        let (start, end) = self.place(id);
        self.text.split_at(end).0.split_at(start).1
    }

    pub(crate) const fn find(&self, id: TextId) -> Option<&'static str> {
        if id == 0 { None } else { Some(self.get(id)) }
    }

    /// A text that is there once for each locale, in the catalog's order of them.
    pub(crate) const fn localized(&self, id: TextId, locale: u16) -> &'static str {
        self.get(id + locale as u32)
    }

    pub(crate) const fn find_localized(&self, id: TextId, locale: u16) -> Option<&'static str> {
        if id == 0 { None } else { Some(self.localized(id, locale)) }
    }

    /// Where a text begins in [`bytes`](Self::bytes).
    #[inline]
    pub(crate) const fn start(&self, id: TextId) -> usize {
        (self.starts.u32(id as usize * 4) & !ESCAPED) as usize
    }

    /// Where a text is in [`bytes`](Self::bytes).
    pub(crate) const fn place(&self, id: TextId) -> (usize, usize) {
        (self.start(id), self.start(id + 1))
    }

    /// Whether a text is in JSON as it is.
    pub(crate) const fn is_plain(&self, id: TextId) -> bool {
        self.starts.u32(id as usize * 4) & ESCAPED == 0
    }

    #[inline]
    pub(crate) const fn bytes(&self) -> &'static [u8] {
        self.text.as_bytes()
    }
}
