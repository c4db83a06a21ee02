//! Conversions from what an error enum holds, and into its code.

use proc_macro2::TokenStream;
use quote::quote;

use super::expansion::Expansion;
use super::fields::member;
use crate::item::{Item, Role, Variant};

/// They are outside the block that the other impls are in: they name types of the user's, which may be
/// called as something that the block imports.
pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let item = expansion.item;
    let from_fields = item.variants.iter().filter_map(|variant| from_field(variant, item));
    let into_code = (item.is_error() && !item.is_composed()).then(|| into_code(item));
    quote!(#(#from_fields)* #into_code)
}

fn from_field(variant: &Variant<'_>, item: &Item<'_>) -> Option<TokenStream> {
    let Item { ident, generics, krate, lints, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let field = variant.fields.first().filter(|field| matches!(field.role, Role::From))?;
    let (name, ty, member) = (variant.ident, &field.field.ty, member(0, field));
    let from = quote!(#krate::__private_1::core::convert::From);
    Some(quote! {
        #lints
        #[automatically_derived]
        impl #impl_generics #from<#ty> for #ident #type_generics #where_clause {
            #[inline]
            fn from(cause: #ty) -> Self {
                Self::#name { #member: cause }
            }
        }
    })
}

fn into_code(item: &Item<'_>) -> TokenStream {
    let Item { ident, generics, krate, codes, lints, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let from = quote!(#krate::__private_1::core::convert::From);
    quote! {
        #lints
        #[automatically_derived]
        impl #impl_generics #from<#ident #type_generics> for #codes #where_clause {
            #[inline]
            fn from(error: #ident #type_generics) -> Self {
                error.code()
            }
        }
    }
}
