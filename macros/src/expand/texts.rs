//! All texts of a catalog in one string.

use std::collections::HashMap;

use api_error_catalog_model::{Texts, first_special};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Texts on their way into one string, each there once.
pub(super) struct TextTable {
    text: String,
    /// Where each text starts, and whether it is escaped in JSON.
    starts: Vec<u32>,
    known: HashMap<Vec<String>, u32>,
}

impl TextTable {
    /// The bit of a start that says that the text is escaped in JSON, as the runtime reads it.
    const ESCAPED: u32 = 1 << 31;
    /// How many bytes the runtime copies at once, wherever a text begins.
    const CHUNK: usize = 32;

    /// An empty table for a catalog with so many locales. The number 0 is no text: nothing, in every
    /// locale.
    pub(super) fn new(locales: usize) -> Self {
        Self { text: String::new(), starts: vec![0; locales.max(1)], known: HashMap::new() }
    }

    /// The number that the next new text gets.
    pub(super) fn next(&self) -> u32 {
        size(self.starts.len())
    }

    /// The number of a text that is the same in every locale.
    pub(super) fn plain(&mut self, text: &str) -> u32 {
        self.add(vec![text.to_owned()])
    }

    pub(super) fn plain_or_none(&mut self, text: Option<&str>) -> u32 {
        text.map_or(0, |text| self.plain(text))
    }

    /// The number of a text's first version; the others follow.
    pub(super) fn localized(&mut self, texts: &Texts) -> u32 {
        self.add(texts.clone())
    }

    pub(super) fn localized_or_none(&mut self, texts: Option<&Texts>) -> u32 {
        texts.map_or(0, |texts| self.localized(texts))
    }

    /// Where a text is that is the same in every locale, in bytes from the start of all texts.
    pub(super) fn place(&mut self, text: &str) -> u32 {
        let number = self.plain(text) as usize;
        self.starts[number] & !Self::ESCAPED
    }

    fn add(&mut self, texts: Vec<String>) -> u32 {
        if texts.iter().all(String::is_empty) {
            return 0;
        }
        if let Some(known) = self.known.get(&texts) {
            return *known;
        }
        let number = self.next();
        for text in &texts {
            let escaped = if first_special(text).is_some() { Self::ESCAPED } else { 0 };
            self.starts.push(size(self.text.len()) | escaped);
            self.text.push_str(text);
        }
        self.known.insert(texts, number);
        number
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

/// Files are smaller than two gigabytes, and so is what is in them.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
