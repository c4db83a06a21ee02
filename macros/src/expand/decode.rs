//! Reading bodies, on the annotated enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::expansion::Expansion;
use crate::item::Item;

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, vis, generics, codes, .. } = expansion.item;
    let (decode, decode_response) =
        (expansion.on_codes(&quote!(__decode)), expansion.on_codes(&quote!(__decode_response)));
    let decode_status = expansion.on_codes(&quote!(__decode_status(status)));
    // The calls too: what they return is another thing that is only there for codes.
    let check = expansion.on_codes(&quote!(__check(response)));
    let send = expansion.on_codes(&quote!(__send(request, policy)));
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

            __private::if_tonic! {
                /// Reads a `Status` of tonic. This cannot fail. See `ErrorCatalog::decode_status`.
                #[inline]
                #[must_use]
                #vis fn decode_status(status: &__private::Status) -> __private::Decoded<#codes> {
                    #decode_status
                }
            }

            __private::if_reqwest! {
                /// Gives back an answer that is none of an error; any other is read. See
                /// `ErrorCatalog::check`.
                #[inline]
                #vis fn check(
                    response: __private::client::Response,
                ) -> impl __private::core::future::Future<
                    Output = __private::Result<
                        __private::client::Response,
                        __private::Decoded<#codes>,
                    >,
                > + __private::core::marker::Send {
                    #check
                }

                /// Sends a request, checks its answer, and sends it again where that helps and nothing is
                /// done twice by it. See `ErrorCatalog::send`.
                #[inline]
                #vis fn send(
                    request: __private::client::RequestBuilder,
                    policy: &__private::client::RetryPolicy,
                ) -> impl __private::core::future::Future<
                    Output = __private::Result<
                        __private::client::Response,
                        __private::client::SendError<#codes>,
                    >,
                > + __private::core::marker::Send {
                    #send
                }
            }
        }
    }
}
