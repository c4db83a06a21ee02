//! All texts of a catalog in one string.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use api_error_catalog_model::{LocalizedTexts, first_special};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Texts on their way into one string, each there once.
pub(super) struct TextTable {
    text: String,
    /// Where each text starts, and whether it is escaped in JSON.
    starts: Vec<u32>,
    /// The number of the first text of each look.
    known: HashMap<u64, u32, BuildHasherDefault<LookHasher>>,
}

impl TextTable {
    /// The bit of a start that says that the text is escaped in JSON, as the runtime reads it.
    const ESCAPED: u32 = 1 << 31;
    /// How many bytes the runtime copies at once, wherever a text begins.
    const CHUNK: usize = 32;

    /// An empty table for a catalog with so many locales. The number 0 is no text: nothing, in every
    /// locale.
    pub(super) fn new(locales: usize) -> Self {
        Self { text: String::new(), starts: vec![0; locales.max(1)], known: HashMap::default() }
    }

    /// The number that the next new text gets.
    pub(super) fn next(&self) -> u32 {
        size(self.starts.len())
    }

    /// The number of a text that is the same in every locale.
    pub(super) fn plain(&mut self, text: &str) -> u32 {
        self.add(&[text])
    }

    pub(super) fn plain_or_none(&mut self, text: Option<&str>) -> u32 {
        text.map_or(0, |text| self.plain(text))
    }

    /// The number of a text's first version; the others follow.
    pub(super) fn localized(&mut self, texts: &LocalizedTexts) -> u32 {
        self.add(texts)
    }

    pub(super) fn localized_or_none(&mut self, texts: Option<&LocalizedTexts>) -> u32 {
        texts.map_or(0, |texts| self.localized(texts))
    }

    /// Where a text is that is the same in every locale, in bytes from the start of all texts.
    pub(super) fn place(&mut self, text: &str) -> u32 {
        let number = self.plain(text);
        size(self.start(number))
    }

    fn add<T: AsRef<str>>(&mut self, texts: &[T]) -> u32 {
        let Some(first) = texts.first().map(AsRef::as_ref) else { return 0 };
        if texts.iter().all(|text| text.as_ref().is_empty()) {
            return 0;
        }
        let look = look(first);
        if let Some(known) = self.known.get(&look)
            && self.is_at(*known, texts)
        {
            return *known;
        }
        let number = self.next();
        for text in texts {
            let text = text.as_ref();
            let escaped = if first_special(text).is_some() { Self::ESCAPED } else { 0 };
            self.starts.push(size(self.text.len()) | escaped);
            self.text.push_str(text);
        }
        self.known.entry(look).or_insert(number);
        number
    }

    /// Whether some texts are there, from a number on.
    fn is_at<T: AsRef<str>>(&self, number: u32, texts: &[T]) -> bool {
        (number..).zip(texts).all(|(number, text)| {
            let place = self.start(number)..self.start(number + 1);
            self.text.get(place) == Some(text.as_ref())
        })
    }

    /// Where a text begins; all end where the next begins.
    fn start(&self, number: u32) -> usize {
        let start = self.starts.get(number as usize);
        start.map_or(self.text.len(), |start| (start & !Self::ESCAPED) as usize)
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        let Self { mut text, mut starts, .. } = self;
        starts.push(size(text.len()));
        text.push_str(&" ".repeat(Self::CHUNK));
        let mut bytes = Vec::with_capacity(starts.len() * 4);
        for start in starts {
            bytes.extend_from_slice(&start.to_le_bytes());
        }
        let starts = Literal::byte_string(&bytes);
        quote!(__private::Texts::new(#text, #starts))
    }
}

/// What nearly all texts differ in: their length, beginning, middle and end. All of their bytes would
/// take as long to hash, unoptimised as this runs, as the rest of the tables takes.
fn look(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut look = bytes.len() as u64;
    for at in [0, bytes.len() / 2, bytes.len().saturating_sub(8)] {
        let mut word = [0; 8];
        let end = bytes.len().min(at + 8);
        word[..end - at].copy_from_slice(&bytes[at..end]);
        look =
            (look ^ u64::from_le_bytes(word)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(32);
    }
    look
}

/// Looks are hashes already.
#[derive(Default)]
struct LookHasher(u64);

impl Hasher for LookHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64((*byte).into());
        }
    }

    fn write_u64(&mut self, look: u64) {
        self.0 = self.0.rotate_left(8) ^ look;
    }
}

/// Files are smaller than two gigabytes, and so is what is in them.
pub(super) fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
