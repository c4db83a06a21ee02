//! The static tables.

use api_error_catalog_model::{ResolvedCatalog, Shape, Slot, SlotSource, registered};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::lookup::lookup;
use super::texts::TextTable;
use super::{heads, rows, shape, steps};

pub(super) fn tables(catalog: &ResolvedCatalog) -> TokenStream {
    let mut texts = TextTable::new(catalog.locales.len());
    let title = Literal::u32_unsuffixed(texts.localized_or_none(catalog.title.as_ref()));
    let codes = rows::codes(&catalog.entries, &mut texts);
    let names = names(catalog, &mut texts);
    let types = types(catalog, &mut texts);
    let statuses = rows::statuses(&catalog.statuses, &mut texts);
    let steps = steps::steps(&catalog.shape.members, &catalog.shape.slots);
    let shape = shape::shape(&catalog.shape, &steps, &mut texts);
    let texts = texts.into_tokens();
    let docs = option(catalog.docs.as_ref());
    let reasons = reasons(&catalog.shape);
    let version = option(catalog.version.as_ref());
    let heads = heads::heads(catalog, &steps);
    let ResolvedCatalog { name, locales, .. } = catalog;
    quote! {
        static HEADS: __private::Heads = #heads;

        static CATALOG: __private::Catalog = __private::Catalog::new(__private::Tables {
            name: #name,
            title: #title,
            docs: #docs,
            version: #version,
            locales: &[#(#locales),*],
            texts: #texts,
            codes: #codes,
            names: #names,
            types: #types,
            statuses: #statuses,
            shape: #shape,
            reasons: &[#(#reasons),*],
        });
    }
}

fn names(catalog: &ResolvedCatalog, texts: &mut TextTable) -> TokenStream {
    let names = (0..).zip(&catalog.entries).flat_map(|(at, code)| {
        std::iter::once(&code.code).chain(&code.aliases).map(move |name| (name.as_str(), at))
    });
    lookup(&names.collect::<Vec<_>>(), texts)
}

fn types(catalog: &ResolvedCatalog, texts: &mut TextTable) -> TokenStream {
    let types = (0..).zip(&catalog.entries);
    let types = types.filter_map(|(at, code)| Some((code.type_uri.as_deref()?, at)));
    lookup(&types.collect::<Vec<_>>(), texts)
}

/// All reason phrases, where the shape has a slot for one: a caller may set any status. The title of
/// a problem without a type is one too.
fn reasons(shape: &Shape) -> Vec<TokenStream> {
    let needs = |slot: &Slot| matches!(slot.source, SlotSource::Reason | SlotSource::Type);
    if !shape.slots.iter().any(needs) {
        return Vec::new();
    }
    let row = |(status, reason): &(u16, &str)| {
        let status = Literal::u16_unsuffixed(*status);
        quote!((#status, #reason))
    };
    registered().iter().map(row).collect()
}

pub(super) fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(__private::Some(#text)),
        None => quote!(__private::None),
    }
}
