//! Whether the errors that an enum holds stand for the codes that have no variant of its own. Which codes
//! theirs are is known when the program is compiled, and not to the macro.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Generics, Type};

use super::expansion::Expansion;
use crate::coverage::Coverage;
use crate::item::Item;
use crate::needed::line;

/// How many codes without a variant are reported.
const SHOWN: usize = 50;

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let left = &expansion.covered.left_to_held;
    if !expansion.is_shared() && left.is_empty() {
        return TokenStream::new();
    }
    let Item { ident, generics, path, .. } = expansion.item;
    let fingerprint = expansion.encoded.fingerprint();
    let covered = covered(expansion);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let covers = expansion.is_shared().then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics __private::Covers for #ident #type_generics #where_clause {
                const FINGERPRINT: __private::u64 = #fingerprint;
                const ENTRIES: __private::EntrySet = COVERED;
            }
        }
    });
    let path = path.value();
    let checks = left.iter().take(SHOWN).map(|number| {
        let entry = expansion.catalog.entry(*number);
        let message = format!(
            "`{ident}` has no variant for the code `{}` of `{path}`, nor has an error of `{path}` that it holds; add\n    {},",
            entry.name(),
            line(entry)
        );
        quote_spanned! {ident.span().resolved_at(proc_macro2::Span::call_site())=>
            const _: () = __private::core::assert!(COVERED.has(#number), "{}", #message);
        }
    });
    quote! {
        const COVERED: __private::EntrySet = #covered;
        #covers
        #(#checks)*
    }
}

/// The entries that the variants stand for, with those of the errors that they hold.
fn covered(expansion: &Expansion<'_>) -> TokenStream {
    let item = expansion.item;
    let fingerprint = expansion.encoded.fingerprint();
    let coverage = &expansion.covered.variants;
    let own = coverage.iter().filter_map(|coverage| match coverage {
        Coverage::Entry(number) => Some(*number),
        _ => None,
    });
    let own = own.chain(super::rest::numbers(expansion));
    let transparent = item
        .variants
        .iter()
        .zip(coverage)
        .filter(|(_, coverage)| matches!(coverage, Coverage::Transparent(_)));
    let held = transparent
        .map(|(variant, _)| &variant.fields[0].field.ty)
        // Nothing is known of what a type parameter stands for.
        .filter(|held| !names_parameter(held, item.generics));
    quote! {{
        #[allow(unused_imports)]
        use __private::CoversNothing as _;
        __private::EntrySet::of(&[#(#own),*])
            #(.with(#fingerprint, <__private::Held<#held>>::COVERED))*
    }}
}

/// Whether a type has a parameter of the enum in it.
fn names_parameter(held: &Type, generics: &Generics) -> bool {
    let names: Vec<_> = generics
        .params
        .iter()
        .map(|parameter| match parameter {
            syn::GenericParam::Lifetime(lifetime) => lifetime.lifetime.ident.to_string(),
            syn::GenericParam::Type(parameter) => parameter.ident.to_string(),
            syn::GenericParam::Const(parameter) => parameter.ident.to_string(),
        })
        .collect();
    has_name(held.to_token_stream(), &names)
}

fn has_name(tokens: TokenStream, names: &[String]) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => names.iter().any(|name| ident == name),
        TokenTree::Group(group) => has_name(group.stream(), names),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
