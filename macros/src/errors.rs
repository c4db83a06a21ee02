//! Everything that is wrong, collected and said at once.

use std::fmt::Display;

use api_error_catalog_model::{Diagnostic, Sources, render};
use proc_macro2::TokenStream;
use quote::ToTokens;

use crate::cap;

/// What is wrong in Rust code and what to do about it, as it is said of a catalog.
pub(crate) fn with_help(message: impl Into<String>, help: impl Into<String>) -> String {
    let diagnostic = Diagnostic::without_place(message).help(help);
    render(&diagnostic, &Sources::default()).to_string()
}

/// Errors to be shown, each at some tokens.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// How many are shown; the others are counted.
    const SHOWN: usize = 50;

    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.add(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn add(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    /// The value, or an error and nothing.
    pub(crate) fn ok<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.add(error)).ok()
    }

    pub(crate) fn into_tokens(self) -> TokenStream {
        let messages: Vec<_> = self.0.iter().map(syn::Error::to_string).collect();
        let shown = cap::shown(messages.iter().map(String::as_str), Self::SHOWN);
        let more = self.0.len() - shown.len();
        let last = shown.last().filter(|_| more > 0);
        let more =
            last.map(|last| syn::Error::new(self.0[*last].span(), format!("… and {more} more")));
        let shown = shown.iter().map(|number| &self.0[*number]);
        shown.chain(&more).map(syn::Error::to_compile_error).collect()
    }
}
