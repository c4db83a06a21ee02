//! The warnings of the model, as warnings of the compiler.

use api_error_catalog_model::{Reading, render};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::item::Item;

/// How many are shown; the others are counted.
const SHOWN: usize = 20;

/// Stable Rust has no warnings from macros, but it warns of what is deprecated, with the note and at
/// the place of whoever uses it: here, a function of nothing, at the path of the catalog.
pub(crate) fn tokens(reading: &Reading, item: &Item<'_>) -> TokenStream {
    let notes: Vec<_> =
        reading.warnings().map(|warning| render(warning, &reading.sources).to_string()).collect();
    let more = notes.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| format!("… and {more} more"));
    let warnings = notes.iter().take(SHOWN).chain(&more).map(|note| {
        let call = quote_spanned!(item.path.span()=> catalog_warning(););
        quote! {
            const _: () = {
                #[deprecated(note = #note)]
                const fn catalog_warning() {}
                #call
            };
        }
    });
    quote!(#(#warnings)*)
}
