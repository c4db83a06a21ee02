//! What makes an enum with variants an error type.

use api_error_catalog_model::{ResolvedCatalog, SlotType};
use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned as _;

use crate::arms::Arm;
use crate::item::{Cause, Field, Item, Variant};

pub(super) fn impls(item: &Item<'_>, catalog: &ResolvedCatalog, arms: &[Arm]) -> TokenStream {
    let Item { ident, vis, generics, codes, body, variants, .. } = item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let code_arms =
        variants.iter().zip(arms).map(|(variant, arm)| code(variant, arm, item, catalog));
    let field_arms = variants.iter().zip(arms).map(|(variant, arm)| fields(variant, arm, catalog));
    let source_arms = variants.iter().map(source);
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// The code of this error.
            #[inline]
            #[must_use]
            #vis fn code(&self) -> #codes {
                match self { #(#code_arms)* }
            }

            /// The error body, with this error's fields in it. Causes are not: they are for logs.
            #[inline]
            #vis fn body(&self) -> #body<'_> {
                #body(__private::SlotBody::with_fields(self.code().entry(), self))
            }

            /// The message, with this error's fields in it, in the locale that suits a BCP 47 tag
            /// best. `Display` gives it in the catalog's default.
            #[inline]
            #[must_use]
            #vis fn display(&self, locale: &__private::str) -> __private::Message<'_> {
                __private::Message::new(self.code().entry(), locale, self)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::Fields for #ident #type_generics #where_clause {
            #[inline]
            fn field(&self, name: &__private::str) -> __private::Content<'_> {
                match self { #(#field_arms)* }
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

fn code(
    variant: &Variant<'_>,
    arm: &Arm,
    item: &Item<'_>,
    catalog: &ResolvedCatalog,
) -> TokenStream {
    let name = variant.ident;
    let codes = &item.codes;
    match arm {
        Arm::Code(number) => {
            let code = format_ident!("{}", catalog.entries[*number].variant);
            quote!(Self::#name { .. } => #codes::#code,)
        }
        Arm::Rest => {
            let code = quote_spanned!(at_type(&variant.fields[0])=> *code);
            quote!(Self::#name(code) => #code,)
        }
        Arm::Broken => quote!(Self::#name { .. } => __private::core::unreachable!(),),
    }
}

fn fields(variant: &Variant<'_>, arm: &Arm, catalog: &ResolvedCatalog) -> TokenStream {
    let name = variant.ident;
    let given = (0..).zip(&variant.fields).filter(|(_, field)| {
        field.cause == Cause::No && field.name.is_some() && !matches!(arm, Arm::Rest)
    });
    let (mut patterns, mut values) = (Vec::new(), Vec::new());
    for (at, field) in given {
        let binding = format_ident!("field{at}");
        let (ident, key) = (&field.field.ident, &field.name);
        let content = content(field, &binding, catalog);
        patterns.push(quote!(#ident: #binding));
        values.push(quote!(#key => #content,));
    }
    quote! {
        Self::#name { #(#patterns,)* .. } => match name {
            #(#values)*
            _ => __private::Content::Absent,
        },
    }
}

/// A field's value; none, where the field is an `Option` without one.
fn content(field: &Field<'_>, binding: &Ident, catalog: &ResolvedCatalog) -> TokenStream {
    if field.option().is_none() {
        return present(field, binding, catalog);
    }
    let value = present(field, binding, catalog);
    quote! {
        match #binding {
            __private::Some(#binding) => #value,
            __private::None => __private::Content::Absent,
        }
    }
}

/// A value that is there: text, unless it fills a slot that is something else.
fn present(field: &Field<'_>, binding: &Ident, catalog: &ResolvedCatalog) -> TokenStream {
    let slot = catalog.shape.slots.iter().find(|slot| Some(&slot.name) == field.name.as_ref());
    let make = match slot.map(|slot| slot.slot_type) {
        None | Some(SlotType::String) => {
            let binding = Ident::new(&binding.to_string(), at_type(field));
            return quote_spanned!(at_type(field)=> __private::Content::Display(#binding));
        }
        Some(SlotType::Integer) => "integer",
        Some(SlotType::Number) => "number",
        Some(SlotType::Boolean) => "boolean",
        Some(SlotType::Array) => "array",
        Some(SlotType::Object) => "object",
        Some(SlotType::Any) => "any",
    };
    let make = format_ident!("{make}");
    quote_spanned! {at_type(field)=>
        __private::Content::#make(__private::core::clone::Clone::clone(#binding))
    }
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
    let from = quote!(#krate::__private::core::convert::From);
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
