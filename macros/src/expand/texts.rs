//! All texts of a catalog in one string.

use std::collections::HashMap;

use api_error_catalog_model::Texts;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Texts on their way into one string, each there once.
pub(super) struct TextTable {
    text: String,
    offsets: Vec<u32>,
    known: HashMap<Vec<String>, u32>,
}

impl TextTable {
    /// An empty table for a catalog with so many locales. The number 0 is no text: nothing, in every
    /// locale.
    pub(super) fn new(locales: usize) -> Self {
        Self { text: String::new(), offsets: vec![0; locales.max(1) + 1], known: HashMap::new() }
    }

    /// The number of a text that is the same in every locale.
    pub(super) fn plain(&mut self, text: &str) -> u32 {
        self.add(vec![text.to_owned()])
    }

    /// Where a text is that is the same in every locale, in bytes from the start of all texts.
    pub(super) fn place(&mut self, text: &str) -> u32 {
        let number = self.plain(text) as usize;
        self.offsets[number]
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

    fn add(&mut self, texts: Vec<String>) -> u32 {
        if texts.iter().all(String::is_empty) {
            return 0;
        }
        if let Some(known) = self.known.get(&texts) {
            return *known;
        }
        let number = size(self.offsets.len() - 1);
        for text in &texts {
            self.text.push_str(text);
            self.offsets.push(size(self.text.len()));
        }
        self.known.insert(texts, number);
        number
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        let text = self.text;
        let offsets = self.offsets.into_iter().map(Literal::u32_unsuffixed);
        quote!(__private::Texts { text: #text, offsets: &[#(#offsets),*] })
    }
}

/// Files are smaller than four gigabytes, and so is what is in them.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
