//! Tokens. What is generated is tables and thin methods over them: tables compile in no time, and
//! the code that reads them is in the runtime once.

mod body;
mod codes;
mod decode;
mod docs;
mod error;
mod heads;
mod lookup;
mod rows;
mod shape;
mod statuses;
mod steps;
mod tables;
mod texts;

use api_error_catalog_model::Reading;
use proc_macro2::TokenStream;
use quote::quote;

use crate::arms::Arm;
use crate::item::Item;

/// Everything for one annotated enum.
pub(crate) fn expand(item: &Item<'_>, reading: &Reading, arms: &[Arm]) -> TokenStream {
    let catalog = reading.partial_catalog();
    let krate = &item.krate;
    let codes = codes::definition(item, reading);
    let body = body::definition(item, catalog);
    let tables = tables::tables(catalog);
    let code_impls = codes::impls(item, reading);
    let body_impls = body::impls(item, catalog);
    let decode_impls = decode::impls(item);
    let status_impls = statuses::impls(item, catalog);
    let error_impls = item.is_error().then(|| error::impls(item, catalog, arms));
    let conversions = error::conversions(item);
    let tracked = tracked(reading);
    quote! {
        #codes
        #body
        const _: () = {
            use #krate::__private;
            #tables
            #code_impls
            #body_impls
            #status_impls
            #decode_impls
            #error_impls
            #tracked
        };
        #conversions
    }
}

/// Makes the compiler rebuild when a file changes. Inside a function nobody calls, so that the files
/// are not in the library; with `env!`, so that the expansion has no path of this machine in it.
fn tracked(reading: &Reading) -> TokenStream {
    let files = reading.sources.iter().map(|source| format!("/{}", source.path));
    quote! {
        #[allow(dead_code)]
        fn tracked() {
            #(
                let _ = __private::core::include_bytes!(__private::core::concat!(
                    __private::core::env!("CARGO_MANIFEST_DIR"),
                    #files
                ));
            )*
        }
    }
}
