//! What makes an enum with variants an error type.

use api_error_catalog_core::Catalog;
use api_error_catalog_core::slot::SlotType;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned as _;

use super::expansion::Expansion;
use crate::coverage::Coverage;
use crate::item::{Cause, Field, Item, Variant};

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, vis, generics, codes, body, variants, .. } = expansion.item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let covered = || variants.iter().zip(expansion.coverage);
    let code_arms = covered().map(|(variant, coverage)| code(variant, coverage, expansion));
    let body_arms =
        covered().map(|(variant, coverage)| body_of(variant, coverage, expansion.catalog));
    let source_arms = variants.iter().map(source);
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// The code of this error.
            // A retired one has been reported.
            #[allow(deprecated)]
            #[inline]
            #[must_use]
            #vis fn code(&self) -> #codes {
                match self { #(#code_arms)* }
            }

            /// The error body, with this error's fields in it. Causes are not: they are for logs.
            #vis fn body(&self) -> #body<'_> {
                #[allow(unused_imports)]
                use __private::DisplayField as _;
                #[allow(unused_mut)]
                let mut body = __private::Body::new(self.code().entry());
                match self { #(#body_arms)* }
                #body(body)
            }

            /// The message, with this error's fields in it, in the locale that suits a BCP 47 tag
            /// best. `Display` gives it in the catalog's default.
            #[inline]
            #[must_use]
            #vis fn display(&self, locale: &__private::str) -> __private::Message<'_> {
                let mut body = self.body().0;
                body.set_locale(locale);
                __private::Message(body)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::core::fmt::Display for #ident #type_generics #where_clause {
            #[inline]
            fn fmt(&self, f: &mut __private::core::fmt::Formatter<'_>) -> __private::core::fmt::Result {
                __private::core::fmt::Display::fmt(&self.display(""), f)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::core::error::Error for #ident #type_generics #where_clause {
            #[inline]
            fn source(&self) -> __private::Option<&(dyn __private::core::error::Error + 'static)> {
                match self { #(#source_arms)* }
            }
        }
    }
}

fn code(variant: &Variant<'_>, coverage: &Coverage, expansion: &Expansion<'_>) -> TokenStream {
    let name = variant.ident;
    let codes = &expansion.item.codes;
    match coverage {
        Coverage::Entry(number) => {
            let code = format_ident!("{}", expansion.catalog.entry(*number).variant());
            quote!(Self::#name { .. } => #codes::#code,)
        }
        Coverage::Rest => {
            let code = quote_spanned!(at_type(&variant.fields[0])=> rest.code());
            quote!(Self::#name(rest) => #code,)
        }
        Coverage::Broken => quote!(Self::#name { .. } => __private::core::unreachable!(),),
    }
}

/// The body of a variant: its fields as slots of the shape and parameters of the message.
fn body_of(variant: &Variant<'_>, coverage: &Coverage, catalog: &Catalog<'_>) -> TokenStream {
    let name = variant.ident;
    let (mut patterns, mut setters) = (Vec::new(), Vec::new());
    for (at, field) in (0..).zip(&variant.fields) {
        let Some(field_name) = field.name.as_deref() else { continue };
        if field.cause != Cause::No || matches!(coverage, Coverage::Rest) {
            continue;
        }
        let binding = format_ident!("field{at}");
        let slot = (0..).zip(catalog.slots()).find(|(_, slot)| slot.name == field_name);
        let parameter = (0..).zip(catalog.parameters()).find(|(_, name)| *name == field_name);
        let (setter, number, slot_type): (_, u16, _) = match (slot, parameter) {
            (Some((number, slot)), _) => ("set_slot", number, slot.slot_type),
            (None, Some((number, _))) => ("set_parameter", number, catalog.parameter_type(number)),
            // Reported, or of a catalog with errors.
            (None, None) => continue,
        };
        let (setter, number) = (format_ident!("{setter}"), Literal::u16_unsuffixed(number));
        let ident = &field.field.ident;
        let value = value(field, &binding, slot_type);
        patterns.push(quote!(#ident: #binding));
        setters.push(quote!(body.#setter(#number, #value);));
    }
    quote!(Self::#name { #(#patterns,)* .. } => { #(#setters)* })
}

/// A field's value; none, where the field is an `Option` without one.
fn value(field: &Field<'_>, binding: &Ident, slot_type: SlotType) -> TokenStream {
    let value = present(field, binding, slot_type);
    if field.option().is_none() {
        return value;
    }
    quote! {
        match #binding {
            __private::Some(#binding) => #value,
            __private::None => __private::None,
        }
    }
}

/// A value that is there: text, unless it fills a slot that is something else.
fn present(field: &Field<'_>, binding: &Ident, slot_type: SlotType) -> TokenStream {
    let place = at_type(field);
    let copied = match slot_type {
        SlotType::Integer => "integer",
        SlotType::Number => "number",
        SlotType::Boolean => "boolean",
        SlotType::Delay => "delay",
        SlotType::Array => return quote_spanned!(place=> __private::setter::array(#binding)),
        SlotType::Object => return quote_spanned!(place=> __private::setter::object_ref(#binding)),
        SlotType::Any => return quote_spanned!(place=> __private::setter::any(#binding)),
        _ => {
            let binding = Ident::new(&binding.to_string(), place);
            return quote_spanned! {place=>
                __private::TextField { field: #binding, display: #binding }.value()
            };
        }
    };
    let copied = format_ident!("{copied}");
    quote_spanned!(place=> __private::setter::#copied(*#binding))
}

fn source(variant: &Variant<'_>) -> TokenStream {
    let name = variant.ident;
    let cause = (0..).zip(&variant.fields).find(|(_, field)| field.cause != Cause::No);
    let Some((at, field)) = cause else {
        return quote!(Self::#name { .. } => __private::None,);
    };
    let member = member(at, field);
    let as_source = quote_spanned!(at_type(field)=> cause.as_source());
    let source = if field.option().is_some() {
        quote! {
            match cause {
                __private::Some(cause) => __private::Some(#as_source),
                __private::None => __private::None,
            }
        }
    } else {
        quote!(__private::Some(#as_source))
    };
    quote!(Self::#name { #member: cause, .. } => {
        use __private::AsSource as _;
        #source
    })
}

/// Conversions from causes. They are outside the block that the other impls are in: they name types
/// of the user's, which may be called as something that the block imports.
pub(super) fn conversions(item: &Item<'_>) -> TokenStream {
    item.variants.iter().filter_map(|variant| conversion(variant, item)).collect()
}

fn conversion(variant: &Variant<'_>, item: &Item<'_>) -> Option<TokenStream> {
    let Item { ident, generics, krate, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let field = variant.fields.first().filter(|field| field.cause == Cause::From)?;
    let (name, ty, member) = (variant.ident, &field.field.ty, member(0, field));
    let from = quote!(#krate::__private_1::core::convert::From);
    Some(quote! {
        #[automatically_derived]
        impl #impl_generics #from<#ty> for #ident #type_generics #where_clause {
            #[inline]
            fn from(cause: #ty) -> Self {
                Self::#name { #member: cause }
            }
        }
    })
}

/// The place of a field's type, where a type that does not do is to be reported.
fn at_type(field: &Field<'_>) -> Span {
    field.field.ty.span().resolved_at(Span::call_site())
}

fn member(at: usize, field: &Field<'_>) -> TokenStream {
    match &field.field.ident {
        Some(ident) => quote!(#ident),
        None => {
            let at = Literal::usize_unsuffixed(at);
            quote!(#at)
        }
    }
}
