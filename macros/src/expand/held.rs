//! Whether the errors that an enum holds stand for the codes that have no variant of its own. Which codes
//! theirs are is known when the program is compiled, and not to the macro.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{GenericArgument, Generics, Ident, PathArguments, Type};

use super::expansion::Expansion;
use super::token;
use crate::attribute::WrittenShape;
use crate::coverage::Coverage;
use crate::item::{Item, Kind};
use crate::needed::needed;
use crate::uncovered::{SHOWN, line, more, or_the_rest};

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let left = &expansion.covered.left_to_held;
    if !expansion.is_shared() && left.is_empty() {
        return TokenStream::new();
    }
    let Item { ident, generics, .. } = expansion.item;
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
    let check = (!left.is_empty()).then(|| uncovered(expansion, left));
    quote! {
        const COVERED: __private::EntrySet = #covered;
        #covers
        #check
    }
}

/// Reports, in one message, the codes of some entries that nothing stands for, as lines to paste.
fn uncovered(expansion: &Expansion<'_>, left: &[u16]) -> TokenStream {
    let Item { ident, rest, path, variants, .. } = expansion.item;
    let path = path.value();
    let entries = || left.iter().map(|number| expansion.catalog.entry(*number));
    let has_rest = variants.iter().any(|variant| matches!(variant.kind, Kind::Rest));
    let codes = if has_rest {
        format!("codes of `{path}` with parameters, which the rest does not have")
    } else {
        format!("codes of `{path}`")
    };
    let before =
        format!("`{ident}` has no variant for these {codes}, nor has an error that it holds; add");
    let lines: Vec<_> = entries().map(line).collect();
    let is_plain = entries().map(|entry| needed(entry).is_empty());
    let ([more_before, more_after], after) = (more(), or_the_rest(rest));
    let mut lengths: Vec<_> = lines.iter().map(String::len).collect();
    lengths.sort_unstable_by(|a, b| b.cmp(a));
    let texts = [&before, more_before, more_after, &after].map(str::len);
    // The longest lines that may be shown, and a number of at most five digits.
    let size = lengths.iter().take(SHOWN).chain(&texts).sum::<usize>() + 5;
    quote_spanned! {ident.span().resolved_at(Span::call_site())=>
        const _: () = if let __private::Some(uncovered) = __private::Uncovered::<#size>::new(
            &COVERED,
            #before,
            &[#((#left, #lines, #is_plain)),*],
            (#SHOWN, #more_before, #more_after),
            #after,
        ) {
            __private::core::panic!("{}", uncovered.as_str());
        };
    }
}

/// The entries that the variants stand for, with those of the errors that they hold.
fn covered(expansion: &Expansion<'_>) -> TokenStream {
    let fingerprint = expansion.encoded.fingerprint();
    let coverage = &expansion.covered.variants;
    let own = coverage.iter().filter_map(|coverage| match coverage {
        Coverage::Entry(number) => Some(*number),
        _ => None,
    });
    let own = own.chain(super::rest::numbers(expansion));
    let held = transparent(expansion).map(|(held, _)| held);
    quote! {{
        #[allow(unused_imports)]
        use __private::CoversNothing as _;
        __private::EntrySet::of(&[#(#own),*])
            #(.with(#fingerprint, <__private::Held<#held>>::COVERED))*
    }}
}

/// The types of the errors that variants hold, and the shapes that they are written in. Nothing is known of what
/// a type parameter stands for, and the enum itself adds nothing.
pub(super) fn transparent<'e>(
    expansion: &'e Expansion<'_>,
) -> impl Iterator<Item = (&'e Type, WrittenShape)> {
    let item = expansion.item;
    let covered = item.variants.iter().zip(&expansion.covered.variants);
    let held = covered.filter_map(|(variant, coverage)| match coverage {
        Coverage::Transparent(shape) => Some((&variant.fields[0].field.ty, *shape)),
        _ => None,
    });
    held.filter(|(held, _)| !names_parameter(held, item.generics) && !is_around(held, item.ident))
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
    token::any(held.to_token_stream(), &|token| match token {
        TokenTree::Ident(ident) => names.iter().any(|name| ident == name),
        _ => false,
    })
}

/// Whether a type is written as the enum itself, or as something around it.
fn is_around(held: &Type, ident: &Ident) -> bool {
    let Type::Path(path) = held else { return false };
    let Some(last) = path.path.segments.last() else { return false };
    if path.path.segments.len() == 1 && (last.ident == *ident || last.ident == "Self") {
        return true;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return false };
    arguments.args.iter().any(|argument| match argument {
        GenericArgument::Type(inner) => is_around(inner, ident),
        _ => false,
    })
}
