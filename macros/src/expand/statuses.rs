//! The catalog and its status table, on the annotated enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::expansion::Expansion;
use crate::item::{Codes, Item};

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, vis, generics, codes, .. } = expansion.item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    // By way of the trait, so that what is no enum of codes is reported once.
    let code = match codes {
        Codes::Generated(codes) => quote!(#codes),
        Codes::Shared(_) => expansion.on_codes(&quote!(__Itself)),
    };
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// The catalog.
            #vis const CATALOG: &'static __private::Catalog<'static> = CATALOG;

            /// The status table, success included, in the order of the statuses.
            #vis const STATUSES: &'static [__private::StatusRow<'static>] = STATUSES;

            /// The row for an HTTP status; `None` where the catalog has none.
            #[inline]
            #[must_use]
            #vis const fn status_row(status: __private::u16) -> __private::Option<__private::StatusRow<'static>> {
                CATALOG.status_row(status)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::code::DerivedFromCatalog for #ident #type_generics #where_clause {}

        #[automatically_derived]
        impl #impl_generics __private::ErrorCatalog for #ident #type_generics #where_clause {
            type Code = #code;
        }
    }
}
