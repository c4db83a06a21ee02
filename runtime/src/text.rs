//! The texts of a catalog: all in one string, one behind the other, with an offset for each. A
//! reference to a text is a small number, where a `&str` would be two words and a relocation.

/// All texts of a catalog.
pub struct Texts {
    /// The texts, one behind the other.
    pub text: &'static str,
    /// Where each starts, and where the last one ends.
    pub offsets: &'static [u32],
}

/// A text by its number; 0 is none.
pub(crate) type TextId = u32;

impl Texts {
    pub(crate) const fn get(&self, id: TextId) -> &'static str {
        let start = self.offsets[id as usize] as usize;
        let end = self.offsets[id as usize + 1] as usize;
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
}
