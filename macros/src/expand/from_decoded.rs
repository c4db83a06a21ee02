//! An answer as a value of the error enum.

use api_error_catalog_core::Catalog;
use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::Type;

use super::expansion::Expansion;
use super::fields::{Filled, filled, member};
use super::token;
use crate::coverage::Coverage;
use crate::item::{Field, Item, Variant};

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, vis, generics, codes, rest, variants, .. } = expansion.item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let covered = || variants.iter().zip(&expansion.covered.variants);
    let attempts = covered().filter_map(|(variant, coverage)| match coverage {
        Coverage::Entry(number) => attempt(variant, *number, expansion.catalog),
        _ => None,
    });
    let number = expansion.on_codes(&quote!(__number));
    let holder = covered().find(|(_, coverage)| matches!(coverage, Coverage::Rest));
    let rest_of_codes = holder.map(|(variant, _)| {
        let (holder, code) = (variant.ident, expansion.code_at(&quote!(number)));
        quote! {
            if let __private::Ok(rest) = <#rest as __private::core::convert::TryFrom<#codes>>::try_from(#code) {
                return __private::Ok(Self::#holder(rest));
            }
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// The error that an answer is: the variant of its code whose fields can all be parsed from the
            /// parameters that were received, the first one where there are several; else the variant for
            /// the rest, where that has the code.
            ///
            /// A cause or a private field, which no answer has, is `None` where it is an `Option`; a variant
            /// with any other is not made.
            ///
            /// # Errors
            ///
            /// The answer itself, where none of these is.
            #vis fn from_decoded(
                answer: __private::Decoded<#codes>,
            ) -> __private::Result<Self, __private::Decoded<#codes>> {
                #[allow(unused_imports)]
                use __private::{ParseJson as _, ParseNoJson as _, ParseNothing as _, ParseOwn as _, ParseText as _};
                #[allow(unused_variables)]
                if let __private::Some(number) = #number(&answer) {
                    #(#attempts)*
                    #rest_of_codes
                }
                __private::Err(answer)
            }
        }
    }
}

/// Returns the variant, if the fields are there; `None` where it has one that no answer has.
fn attempt(variant: &Variant<'_>, number: u16, catalog: &Catalog<'_>) -> Option<TokenStream> {
    let name = variant.ident;
    let number = Literal::u16_unsuffixed(number);
    let filled = filled(variant, catalog);
    let fields = variant.fields.iter().map(|field| {
        let filled = filled.iter().find(|filled| std::ptr::eq(filled.field, field));
        value(field, filled)
    });
    let fields: Vec<_> = fields.collect::<Option<_>>()?;
    let members = variant.fields.iter().enumerate().map(|(at, field)| member(at, field));
    Some(quote! {
        if number == #number {
            let error = __private::attempt(|| __private::Some(Self::#name { #(#members: #fields?),* }));
            if let __private::Some(error) = error {
                return __private::Ok(error);
            }
        }
    })
}

/// A field as an `Option` of it; `None` where no answer has it.
fn value(field: &Field<'_>, filled: Option<&Filled<'_, '_>>) -> Option<TokenStream> {
    let Some(filled) = filled else {
        return field.option().map(|_| quote!(__private::Some(__private::None)));
    };
    let name = field.name.as_deref()?;
    let ty = field.option().unwrap_or(&field.field.ty);
    let parsed = if filled.is_json() {
        // What borrows cannot be made from an answer that goes away.
        if has_reference(ty) {
            return None;
        }
        quote!((&&__private::Received::<#ty>::new(&value)).parse_json())
    } else {
        quote!((&&&__private::Received::<#ty>::new(&value)).parse())
    };
    let received = quote!(__private::received(&answer, #name));
    Some(if field.option().is_some() {
        quote!(match #received {
            __private::Some(value) => #parsed.map(__private::Some),
            __private::None => __private::Some(__private::None),
        })
    } else {
        quote!(match #received {
            __private::Some(value) => #parsed,
            __private::None => __private::None,
        })
    })
}

/// Whether a type is written with a reference or a lifetime in it.
fn has_reference(ty: &Type) -> bool {
    token::any(ty.to_token_stream(), &|token| match token {
        TokenTree::Punct(punct) => matches!(punct.as_char(), '&' | '\''),
        _ => false,
    })
}
