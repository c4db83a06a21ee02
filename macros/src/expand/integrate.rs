//! The hook of frameworks. What they need of an error enum is written by the runtime, which knows whose
//! features are on.

use api_error_catalog_core::Entry;
use proc_macro2::TokenStream;
use quote::quote;

use super::expansion::Expansion;
use super::{error, held};
use crate::attribute::WrittenShape;
use crate::item::Item;

/// The calls of the hooks; nothing where the enum has the impls itself.
pub(super) fn impls(expansion: &Expansion<'_>) -> Option<TokenStream> {
    let Item { ident, vis, generics, has_own_responses, .. } = expansion.item;
    if *has_own_responses {
        return None;
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let where_error = error::where_error(generics);
    let keep = if generics.params.is_empty() { quote!(keep) } else { quote!(keep_copy) };
    let held = held::transparent(expansion).map(|(held, shape)| match shape {
        WrittenShape::Outer => quote!([#held; outer]),
        WrittenShape::Inner => quote!([#held; inner]),
    });
    // By their numbers: where `of` names no codes, that is said elsewhere.
    let entries = error::sent(expansion).into_iter().map(Entry::number);
    Some(quote! {
        __private::integrate! {
            [#vis] [#impl_generics] [#ident #type_generics] [#where_clause] [#where_error] #keep
        }
        __private::document! {
            [#impl_generics] [#ident #type_generics] [#where_clause] [#(#entries)*] #(#held)*
        }
    })
}
