//! The warnings of the model, as warnings of the compiler.

use api_error_catalog_model::{Reading, render};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::cap;
use crate::item::Item;

/// How many are shown; the others are counted.
const SHOWN: usize = 20;

/// Stable Rust has no warnings from macros, but it warns of what is deprecated, with the note and at
/// the place of whoever uses it: here, a function of nothing, at the path of the catalog. The levels that
/// the annotated enum sets for that lint hold here, too.
pub(crate) fn tokens(reading: &Reading, item: &Item<'_>) -> TokenStream {
    let warnings: Vec<_> = reading.warnings().collect();
    let shown = cap::shown(warnings.iter().map(|warning| warning.message.as_str()), SHOWN);
    let rendered = |number| render(warnings[number], &reading.sources).to_string();
    let mut notes: Vec<_> = shown.into_iter().map(rendered).collect();
    let more = warnings.len() - notes.len();
    let more = (more > 0).then(|| format!("… and {more} more"));
    if let Some(first) = notes.first_mut() {
        let ident = item.ident;
        let and = if item.expects_warnings { ", which `expect` does not see" } else { "" };
        *first = with_note(
            first,
            &format!(
                "`#[allow(deprecated)]` on `{ident}` allows what its catalog is warned of{and}"
            ),
        );
    }
    let levels = &item.levels;
    let warnings = notes.iter().chain(&more).map(|note| {
        let call = quote_spanned!(item.path.span()=> catalog_warning(););
        quote! {
            #(#levels)*
            const _: () = {
                #[deprecated(note = #note)]
                const fn catalog_warning() {}
                #call
            };
        }
    });
    quote!(#(#warnings)*)
}

/// A warning and a note, in a line with its help.
fn with_note(warning: &str, note: &str) -> String {
    let last = warning.lines().last().unwrap_or_default();
    let indent = last.len() - last.trim_start_matches(' ').len();
    format!("{warning}\n{:indent$}= note: {note}", "")
}
