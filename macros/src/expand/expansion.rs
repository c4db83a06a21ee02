//! What the tokens are made from.

use api_error_catalog_core::builder::Encoded;
use api_error_catalog_core::{Catalog, Entry};
use api_error_catalog_model::Sources;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

use crate::coverage::Covered;
use crate::item::{Codes, Item};

/// What an expansion is made of.
pub(crate) struct Expansion<'e> {
    pub(crate) item: &'e Item<'e>,
    pub(crate) encoded: &'e Encoded,
    /// The encoded catalog, opened.
    pub(crate) catalog: &'e Catalog<'e>,
    /// Whether the catalog has errors.
    pub(crate) is_partial: bool,
    /// What the variants stand for.
    pub(crate) covered: &'e Covered,
    /// The files of the catalog.
    pub(crate) sources: &'e Sources,
}

impl Expansion<'_> {
    /// Whether another enum has made the enum of codes, the bodies and the tables.
    pub(super) fn is_shared(&self) -> bool {
        matches!(self.item.codes, Codes::Shared(_))
    }

    /// The code of an entry.
    pub(super) fn code(&self, entry: Entry<'_>) -> TokenStream {
        let codes = &self.item.codes;
        let variant = Ident::new(entry.variant(), Span::call_site());
        quote!(#codes::#variant)
    }
}
