//! Reading bodies, on the annotated enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::expansion::Expansion;
use crate::item::Item;

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, vis, generics, codes, .. } = expansion.item;
    let (decode, decode_response) =
        (expansion.on_codes(&quote!(__decode)), expansion.on_codes(&quote!(__decode_response)));
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// Reads what the API answered with an HTTP status. This cannot fail: what the catalog
            /// does not know is there as it was received.
            #[inline]
            #[must_use]
            #vis fn decode(
                status: __private::u16,
                body: &[__private::u8],
            ) -> __private::Decoded<#codes> {
                #decode(status, body)
            }

            __private::if_http! {
                /// Reads what the API answered, its headers included. This cannot fail.
                #[inline]
                #[must_use]
                #vis fn decode_response(
                    response: &__private::Response<
                        impl __private::core::convert::AsRef<[__private::u8]>,
                    >,
                ) -> __private::Decoded<#codes> {
                    #decode_response(response)
                }
            }
        }
    }
}
