//! The enum of the codes that a variant for the rest may hold.

use api_error_catalog_core::Entry;
use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;
use syn::Ident;

use super::expansion::Expansion;
use super::{codes, docs};
use crate::coverage::Coverage;
use crate::item::{Item, Kind};
use crate::needed::needed;

/// The entries without a variant of their own that need no fields and are not retired; `None` where no
/// variant holds the rest.
fn entries<'e>(expansion: &'e Expansion<'_>) -> Option<Vec<Entry<'e>>> {
    let coverage = &expansion.covered.variants;
    expansion.item.variants.iter().find(|variant| matches!(variant.kind, Kind::Rest))?;
    let covered = |entry: &Entry<'_>| {
        coverage.iter().any(|c| matches!(c, Coverage::Entry(number) if *number == entry.number()))
    };
    let entries = expansion.catalog.codes();
    let is_rest =
        |entry: &Entry<'_>| !entry.is_retired() && !covered(entry) && needed(*entry).is_empty();
    Some(entries.filter(is_rest).collect())
}

/// The numbers of those entries; none where no variant holds the rest.
pub(super) fn numbers(expansion: &Expansion<'_>) -> Vec<u16> {
    entries(expansion).into_iter().flatten().map(Entry::number).collect()
}

fn variant(entry: &Entry<'_>) -> Ident {
    Ident::new(entry.variant(), Span::call_site())
}

pub(super) fn definition(expansion: &Expansion<'_>) -> Option<TokenStream> {
    let entries = entries(expansion)?;
    let Item { ident, vis, rest, krate, .. } = expansion.item;
    let doc = format!(
        " The codes without a variant in `{ident}` and without parameters. A retired code is none of them: it is not sent."
    );
    let variants = entries.iter().map(|entry| {
        let (doc, ident) = (docs::code(*entry), variant(entry));
        quote!(#[doc = #doc] #ident)
    });
    let attributes = codes::attributes(krate);
    Some(quote! {
        #[doc = #doc]
        #attributes
        #vis enum #rest { #(#variants,)* }
    })
}

pub(super) fn impls(expansion: &Expansion<'_>) -> Option<TokenStream> {
    let entries = entries(expansion)?;
    let Item { ident, vis, generics, codes, rest, variants, .. } = expansion.item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let mut holders = variants.iter().zip(&expansion.covered.variants);
    let holder = holders.find(|(_, coverage)| matches!(coverage, Coverage::Rest));
    let into_error = holder.map(|(holder, _)| {
        let holder = holder.ident;
        quote! {
            #[automatically_derived]
            impl #impl_generics __private::core::convert::From<#rest> for #ident #type_generics #where_clause {
                #[inline]
                fn from(rest: #rest) -> Self {
                    Self::#holder(rest)
                }
            }
        }
    });
    let names: Vec<_> = entries.iter().map(variant).collect();
    let numbers = entries.iter().map(|entry| Literal::u16_unsuffixed(entry.number()));
    let count = names.len();
    let number = if names.is_empty() {
        quote!(match rest {})
    } else {
        quote!(REST_NUMBERS[rest as __private::usize])
    };
    let entry = expansion.on_codes(&quote!(entry));
    let code = expansion.code_at(&quote!(rest_number(self)));
    Some(quote! {
        // Both in the order of the catalog.
        static REST: [#rest; #count] = [#(#rest::#names),*];
        static REST_NUMBERS: [__private::u16; #count] = [#(#numbers),*];

        const fn rest_number(rest: #rest) -> __private::u16 {
            #number
        }

        #[automatically_derived]
        #[allow(dead_code)]
        impl #rest {
            /// The code.
            #[inline]
            #[must_use]
            #vis const fn code(self) -> #codes {
                #code
            }
        }

        #[automatically_derived]
        impl __private::core::convert::From<#rest> for #codes {
            #[inline]
            fn from(rest: #rest) -> Self {
                rest.code()
            }
        }

        #into_error

        /// Fails with the code where it has a variant of its own, has parameters, or is retired.
        #[automatically_derived]
        impl __private::core::convert::TryFrom<#codes> for #rest {
            type Error = #codes;

            fn try_from(code: #codes) -> __private::Result<Self, #codes> {
                match REST_NUMBERS.binary_search(&#entry(code).number()) {
                    __private::Ok(at) => __private::Ok(REST[at]),
                    __private::Err(_) => __private::Err(code),
                }
            }
        }

        #[automatically_derived]
        impl __private::core::fmt::Debug for #rest {
            fn fmt(&self, f: &mut __private::core::fmt::Formatter<'_>) -> __private::core::fmt::Result {
                f.write_str(CATALOG.entry(rest_number(*self)).variant())
            }
        }

        #[automatically_derived]
        impl __private::core::fmt::Display for #rest {
            fn fmt(&self, f: &mut __private::core::fmt::Formatter<'_>) -> __private::core::fmt::Result {
                f.pad(CATALOG.entry(rest_number(*self)).as_str())
            }
        }
    })
}
