//! What the tokens are made from.

use std::collections::HashMap;

use api_error_catalog_core::builder::Encoded;
use api_error_catalog_core::{Catalog, Entry};
use api_error_catalog_model::Sources;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Path};

use crate::coverage::{Coverage, Covered};
use crate::item::{Codes, Item, Kind};

/// What an expansion is made of.
pub(crate) struct Expansion<'e> {
    pub(crate) item: &'e Item<'e>,
    pub(crate) encoded: &'e Encoded,
    /// The encoded catalog, opened.
    pub(crate) catalog: &'e Catalog<'e>,
    /// Whether the catalog has errors.
    pub(crate) is_partial: bool,
    /// The errors of the catalog that are shown where the codes are made, if they are of this catalog.
    pub(crate) untold: &'e [String],
    /// What the variants stand for.
    pub(crate) covered: &'e Covered,
    /// The files of the catalog.
    pub(crate) sources: &'e Sources,
}

impl Expansion<'_> {
    /// Whether another enum has made the enum of codes, the bodies and the tables.
    pub(super) fn is_shared(&self) -> bool {
        self.item.is_shared()
    }

    /// Whether a catalog with errors has lost all its codes, so that nothing is known of what the program
    /// names.
    pub(super) fn is_unread(&self) -> bool {
        self.catalog.entry_count() == 0 && self.is_partial
    }

    /// By the numbers of entries, the variants that stand for them; of several, the one of the same name, or
    /// else the first. Where the names of codes have their places, an editor finds the code, and what the
    /// catalog says of it, at the variant.
    pub(super) fn variants(&self) -> HashMap<u16, &Ident> {
        let mut variants = HashMap::new();
        for (variant, coverage) in self.item.variants.iter().zip(&self.covered.variants) {
            let Coverage::Entry(number) = coverage else { continue };
            if matches!(variant.kind, Kind::SameName) {
                variants.insert(*number, variant.ident);
            } else {
                variants.entry(*number).or_insert(variant.ident);
            }
        }
        variants
    }

    /// The code of an entry. Of an enum that is there already, it goes by its number: that `of` names none of
    /// this catalog is reported once, and not for each name that it lacks.
    ///
    /// Of one that is generated, its name has a place.
    pub(super) fn code(&self, entry: Entry<'_>, place: Span) -> TokenStream {
        match &self.item.codes {
            Codes::Generated(codes) => {
                let variant = Ident::new(entry.variant(), place);
                quote!(#codes::#variant)
            }
            Codes::Shared(_) => {
                let number = Literal::u16_suffixed(entry.number());
                self.code_at(&quote!(#number))
            }
        }
    }

    /// The code of an entry by its number, an expression.
    pub(super) fn code_at(&self, number: &TokenStream) -> TokenStream {
        let all = match &self.item.codes {
            Codes::Generated(_) => quote!(ALL),
            Codes::Shared(_) => self.on_codes(&quote!(ALL)),
        };
        quote!(#all[#number as __private::usize])
    }

    /// An item of the trait of enums of codes, of that of this catalog. Where `of` names it, all of it has
    /// that place, so that the compiler says once, and there, that it is no such enum.
    pub(super) fn on_codes(&self, item: &TokenStream) -> TokenStream {
        let (codes, place) = match &self.item.codes {
            Codes::Generated(codes) => (codes.clone(), Span::call_site()),
            Codes::Shared(of) => {
                let place = place(of);
                (Ident::new("__Codes", place), place)
            }
        };
        let item = item.clone().into_iter().map(|mut token| {
            token.set_span(place);
            token
        });
        quote_spanned!(place=> <#codes as __private::CatalogCode>::#(#item)*)
    }
}

/// The place of a name, for one that the expansion makes.
pub(super) fn place_of(name: &Ident) -> Span {
    name.span().resolved_at(Span::call_site())
}

/// The place of the name at the end of a path.
pub(super) fn place(path: &Path) -> Span {
    let last = path.segments.last().map(|last| last.ident.span());
    last.unwrap_or_else(Span::call_site).resolved_at(Span::call_site())
}
