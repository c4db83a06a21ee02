//! The catalog and its status table, on the annotated enum.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::expansion::Expansion;
use crate::item::Item;

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, vis, generics, .. } = expansion.item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let count = Literal::u16_unsuffixed(expansion.catalog.status_count());
    quote! {
        static STATUSES: [__private::StatusRow<'static>; #count] = __private::status_rows(&CATALOG);

        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// The catalog.
            #vis const CATALOG: &'static __private::Catalog<'static> = &CATALOG;

            /// The status table, success included, in the order of the statuses.
            #vis const STATUSES: &'static [__private::StatusRow<'static>] = &STATUSES;

            /// The row for an HTTP status; `None` where the catalog has none.
            #[inline]
            #[must_use]
            #vis const fn status(status: __private::u16) -> __private::Option<__private::StatusRow<'static>> {
                CATALOG.status_row(status)
            }
        }
    }
}
