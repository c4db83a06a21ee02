//! The texts of a catalog: all in one string, each known by a number. A reference to a text is four
//! bytes, where a `&str` would be two words and a relocation.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::json::is_plain;
use crate::rows::Rows;
use crate::size::TooLarge;

/// A text by its number. 0 is no text: where a catalog has locales, one empty text for each.
pub(crate) type TextId = u32;

/// The bit of a text's offset that says whether something in the text has to be escaped in JSON.
pub(crate) const ESCAPED: u32 = 1 << 31;

/// All texts of a catalog.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'c> {
    text: &'c str,
    /// The offset of each text, and one more for where the last one ends.
    starts: Rows<'c, 4>,
}

impl<'c> Texts<'c> {
    pub(crate) const fn new(text: &'c str, starts: Rows<'c, 4>) -> Self {
        Self { text, starts }
    }

    #[inline]
    const fn start(self, id: TextId) -> u32 {
        u32::from_le_bytes(*self.starts.row(id as usize))
    }

    #[inline]
    pub(crate) const fn get(self, id: TextId) -> &'c str {
        self.between(self.start(id) & !ESCAPED, self.start(id + 1) & !ESCAPED)
    }

    /// A text as bytes, which costs no check of character boundaries.
    #[allow(clippy::inline_always, reason = "a call takes as long as what it does")]
    #[inline(always)]
    pub(crate) fn bytes_of(self, id: TextId) -> &'c [u8] {
        let range = self.start(id) & !ESCAPED..self.start(id + 1) & !ESCAPED;
        &self.text.as_bytes()[range.start as usize..range.end as usize]
    }

    /// Some bytes of the texts.
    #[inline]
    pub(crate) fn bytes_at(self, offset: u32, length: u16) -> &'c [u8] {
        &self.text.as_bytes()[offset as usize..][..usize::from(length)]
    }

    /// A text, and whether it is in JSON as it is.
    #[inline]
    pub(crate) fn get_with_plain(self, id: TextId) -> (&'c str, bool) {
        let start = self.start(id);
        let end = self.start(id + 1) & !ESCAPED;
        (self.between(start & !ESCAPED, end), start & ESCAPED == 0)
    }

    /// `None` for the number 0.
    pub(crate) const fn find(self, id: TextId) -> Option<&'c str> {
        if id == 0 { None } else { Some(self.get(id)) }
    }

    /// The text from one byte to another.
    #[inline]
    pub(crate) const fn between(self, start: u32, end: u32) -> &'c str {
        self.text.split_at(end as usize).0.split_at(start as usize).1
    }

    pub(crate) const fn bytes(self) -> &'c [u8] {
        self.text.as_bytes()
    }
}

/// Texts while a catalog is encoded, each kept once.
pub(crate) struct TextWriter<'d> {
    text: String,
    starts: Vec<u32>,
    /// The number of the first of each list of texts, by its first text.
    known: BTreeMap<Cow<'d, str>, TextId>,
}

impl<'d> TextWriter<'d> {
    pub(crate) fn new(locales: usize) -> Self {
        Self { text: String::new(), starts: vec![0; locales.max(1)], known: BTreeMap::new() }
    }

    /// The number that the next new text gets.
    pub(crate) fn next(&self) -> TextId {
        // `finish` refuses more.
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn add(&mut self, text: impl Into<Cow<'d, str>>) -> TextId {
        self.add_all(&[text.into()])
    }

    pub(crate) fn add_option(&mut self, text: Option<&'d String>) -> TextId {
        text.map_or(0, |text| self.add(text.as_str()))
    }

    /// The number of the first of some texts, which follow each other; 0 where all are empty.
    pub(crate) fn add_list(&mut self, texts: &'d [String]) -> TextId {
        let texts: Vec<_> = texts.iter().map(|text| Cow::Borrowed(text.as_str())).collect();
        self.add_all(&texts)
    }

    pub(crate) fn add_strs(&mut self, texts: &[&'d str]) -> TextId {
        let texts: Vec<_> = texts.iter().map(|text| Cow::Borrowed(*text)).collect();
        self.add_all(&texts)
    }

    fn add_all(&mut self, texts: &[Cow<'d, str>]) -> TextId {
        let Some(first) = texts.first() else { return 0 };
        if texts.iter().all(|text| text.is_empty()) {
            return 0;
        }
        if let Some(id) = self.known.get(first)
            && self.is_at(*id, texts)
        {
            return *id;
        }
        let id = self.next();
        for text in texts {
            let escaped = if is_plain(text.as_bytes()) { 0 } else { ESCAPED };
            self.starts.push(offset(self.text.len()) | escaped);
            self.text.push_str(text);
        }
        self.known.entry(first.clone()).or_insert(id);
        id
    }

    /// Whether some texts are there, from a number on.
    fn is_at(&self, id: TextId, texts: &[Cow<'d, str>]) -> bool {
        let start = |id: usize| {
            self.starts.get(id).map_or(self.text.len(), |start| (start & !ESCAPED) as usize)
        };
        (id as usize..).zip(texts).all(|(id, text)| {
            id < self.starts.len() && self.text[start(id)..start(id + 1)] == **text
        })
    }

    /// Where a text begins.
    pub(crate) fn offset(&self, id: TextId) -> u32 {
        self.starts[id as usize] & !ESCAPED
    }

    /// The string of all texts, and the row of each offset.
    pub(crate) fn finish(mut self) -> Result<(String, Vec<u8>), TooLarge> {
        if self.text.len() >= ESCAPED as usize || u32::try_from(self.starts.len()).is_err() {
            return Err(TooLarge::new("bytes of text", ESCAPED as usize - 1));
        }
        self.starts.push(offset(self.text.len()));
        let starts = self.starts.iter().flat_map(|start| start.to_le_bytes()).collect();
        Ok((self.text, starts))
    }
}

/// An offset into the texts; `finish` refuses texts that are too long for one.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX) & !ESCAPED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once_and_knows_whether_it_is_escaped() {
        let mut writer = TextWriter::new(2);
        let list = [String::from("one"), String::from("\"two\"")];
        let first = writer.add_list(&list);
        let alone = writer.add("one");
        assert_eq!(first, alone, "the first of a list is found by itself");
        let empty = [String::new(), String::new()];
        assert_eq!((writer.add(""), writer.add_list(&empty)), (0, 0));
        let other = [String::from("one"), String::from("three")];
        let other = writer.add_list(&other);
        assert_ne!(first, other);
        let (text, starts) = writer.finish().expect("short texts");
        let texts = Texts::new(&text, Rows::split(&starts, starts.len() / 4).0);
        assert_eq!(texts.get(0), "");
        assert_eq!((texts.get(first), texts.get(first + 1)), ("one", "\"two\""));
        assert_eq!((texts.get(other), texts.get(other + 1)), ("one", "three"));
        assert_eq!(texts.get_with_plain(first), ("one", true));
        assert_eq!(texts.get_with_plain(first + 1), ("\"two\"", false));
        assert_eq!(texts.find(0), None);
    }
}
