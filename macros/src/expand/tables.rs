//! The compiled catalog as literals.

use api_error_catalog_core::builder::Encoded;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

pub(super) fn tables(encoded: &Encoded) -> TokenStream {
    let Encoded { text, bytes, prefixes } = encoded;
    let bytes = Literal::byte_string(bytes);
    let prefixes = Literal::byte_string(prefixes);
    quote! {
        static CATALOG: __private::Catalog<'static> = __private::Catalog::open(#text, #bytes);

        // Of its own, so that a program that writes no bodies does not link it.
        static PREFIXES: __private::Prefixes<'static> = __private::Prefixes::open(#prefixes);
    }
}
