//! The status table, on the annotated enum.

use api_error_catalog_model::ResolvedCatalog;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::item::Item;

pub(super) fn impls(item: &Item<'_>, catalog: &ResolvedCatalog) -> TokenStream {
    let Item { ident, vis, generics, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let rows = (0..catalog.statuses.len()).map(Literal::usize_unsuffixed);
    let count = catalog.statuses.len();
    quote! {
        static STATUSES: [__private::Status; #count] =
            [#(__private::Status::new(&CATALOG, #rows)),*];

        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// The catalog.
            #vis const CATALOG: &'static __private::Catalog = &CATALOG;

            /// The status table, success included, in the order of the statuses.
            #vis const STATUSES: &'static [__private::Status] = &STATUSES;

            /// The row for an HTTP status; `None` where the catalog has none.
            #[inline]
            #[must_use]
            #vis const fn status(status: __private::u16) -> __private::Option<&'static __private::Status> {
                __private::Status::find(&STATUSES, status)
            }
        }
    }
}
