//! The body type: a setter for each slot of the shape and each placeholder.

use api_error_catalog_model::{ResolvedCatalog, Slot, SlotSource, SlotType};
use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;
use syn::Ident;

use super::docs;
use crate::item::Item;

pub(super) fn definition(item: &Item<'_>, catalog: &ResolvedCatalog) -> TokenStream {
    let Item { vis, body, krate, .. } = item;
    let doc = format!(" The error body of {}.", docs::plain(&catalog.name));
    let slots = catalog.shape.slots.len();
    quote! {
        #[doc = #doc]
        ///
        /// What is not set comes from the catalog; what the catalog does not know either is `null`, or
        /// left out where the shape says so.
        #[allow(dead_code)]
        #[derive(#krate::__private::core::clone::Clone)]
        #[must_use]
        #vis struct #body<'a>(#krate::__private::SlotBody<'a, #slots>);
    }
}

pub(super) fn impls(item: &Item<'_>, catalog: &ResolvedCatalog) -> TokenStream {
    let Item { vis, codes, body, .. } = item;
    let slots = (0..).zip(&catalog.shape.slots).map(|(at, slot)| slot_setter(vis, at, slot));
    let is_slot = |name: &&String| catalog.shape.slots.iter().any(|slot| slot.name == **name);
    let placeholders = catalog.placeholders.iter().filter(|name| !is_slot(name));
    let placeholders = placeholders.map(|name| placeholder_setter(vis, name));
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #codes {
            /// The error body of this code.
            #[inline]
            #vis fn body<'a>(self) -> #body<'a> {
                #body(__private::SlotBody::new(self.entry()))
            }
        }

        #[automatically_derived]
        #[allow(dead_code, clippy::should_implement_trait)]
        impl<'a> #body<'a> {
            /// Writes the texts in the locale that suits a BCP 47 tag best.
            #[inline]
            #vis fn locale(self, locale: &__private::str) -> Self {
                Self(self.0.locale(locale))
            }

            #(#slots)*
            #(#placeholders)*

            /// The body as JSON.
            #[inline]
            #[must_use]
            #vis fn to_json(&self) -> __private::Vec<__private::u8> {
                self.0.to_json(&HEADS)
            }

            /// Appends the body as JSON.
            #[inline]
            #vis fn write_json(&self, out: &mut __private::Vec<__private::u8>) {
                self.0.write_json(&HEADS, out);
            }
        }

        #[automatically_derived]
        impl __private::Serialize for #body<'_> {
            #[inline]
            fn serialize<S: __private::Serializer>(
                &self,
                serializer: S,
            ) -> __private::Result<S::Ok, S::Error> {
                __private::Serialize::serialize(&self.0, serializer)
            }
        }

        #[automatically_derived]
        impl __private::core::fmt::Debug for #body<'_> {
            #[inline]
            fn fmt(&self, f: &mut __private::core::fmt::Formatter<'_>) -> __private::core::fmt::Result {
                __private::core::fmt::Debug::fmt(&self.0, f)
            }
        }
    }
}

fn slot_setter(vis: &syn::Visibility, number: usize, slot: &Slot) -> TokenStream {
    let number = Literal::usize_unsuffixed(number);
    let name = method(&slot.name);
    let doc = format!(" Sets `{}`.", slot.name);
    let into = |value| quote!(impl __private::core::convert::Into<#value>);
    let (make, value) = match slot.slot_type {
        // Exactly what a status is, so that a number as it is written is one.
        _ if slot.source == SlotSource::Status => (Some("status"), quote!(__private::u16)),
        SlotType::String => (None, into(quote!(__private::Cow<'a, __private::str>))),
        SlotType::Integer => (Some("integer"), into(quote!(__private::Number))),
        SlotType::Number => (Some("number"), into(quote!(__private::f64))),
        SlotType::Boolean => (Some("boolean"), quote!(__private::bool)),
        SlotType::Array => (Some("array"), into(quote!(__private::Vec<__private::Value>))),
        SlotType::Object => {
            (Some("object"), into(quote!(__private::Map<__private::String, __private::Value>)))
        }
        SlotType::Any => (Some("any"), into(quote!(__private::Value))),
    };
    let change = (slot.source != SlotSource::Caller).then(|| quote!(.change()));
    let set = match make.map(|make| Ident::new(make, Span::call_site())) {
        Some(make) => quote!(set(#number, __private::Content::#make(value))),
        None => quote!(set_text(#number, value)),
    };
    quote! {
        #[doc = #doc]
        #[inline]
        #vis fn #name(self, value: #value) -> Self {
            Self(self.0 #change .#set)
        }
    }
}

fn placeholder_setter(vis: &syn::Visibility, placeholder: &str) -> TokenStream {
    let name = method(placeholder);
    let doc = format!(" Fills `{{{placeholder}}}` in the message.");
    quote! {
        #[doc = #doc]
        #vis fn #name(self, value: impl __private::core::convert::Into<__private::Cow<'a, __private::str>>) -> Self {
            Self(self.0.fill(#placeholder, __private::core::convert::Into::into(value)))
        }
    }
}

/// A method's name; a keyword becomes a raw identifier, and where there is none, gets an underscore.
fn method(name: &str) -> Ident {
    syn::parse_str(name)
        .or_else(|_| syn::parse_str(&format!("r#{name}")))
        .unwrap_or_else(|_| Ident::new(&format!("{name}_"), Span::call_site()))
}
