//! The body type: a setter for each slot of the shape and each placeholder.

use api_error_catalog_core::Catalog;
use api_error_catalog_core::slot::{Slot, SlotSource, SlotType};
use api_error_catalog_model::is_usable_name;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Ident, Visibility};

use super::docs;
use super::expansion::Expansion;
use crate::item::Item;

pub(super) fn definition(expansion: &Expansion<'_>) -> TokenStream {
    let Item { vis, body, krate, .. } = expansion.item;
    let doc = format!(" The error body of {}.", docs::plain(expansion.catalog.name()));
    quote! {
        #[doc = #doc]
        ///
        /// What is not set comes from the catalog; what the catalog does not know either is `null`, or
        /// left out where the shape says so.
        #[allow(dead_code)]
        #[derive(#krate::__private_1::core::clone::Clone)]
        #[must_use]
        #vis struct #body<'a>(#krate::__private_1::Body<'static, 'a>);
    }
}

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { vis, codes, body, .. } = expansion.item;
    let catalog = expansion.catalog;
    // A slot that is there at several levels has one setter.
    let slots = (0..).zip(catalog.slots()).filter(|(number, slot)| slot.target == *number);
    let slots = slots.map(|(number, slot)| {
        let setter = slot_setter(vis, number, &slot);
        let without = slot_without(vis, number, &slot, catalog);
        quote!(#setter #without)
    });
    let is_setter =
        |name: &str| is_usable_name(name) && !catalog.slots().any(|slot| slot.name == name);
    let parameters = (0..).zip(catalog.parameters()).filter(|(_, name)| is_setter(name));
    let parameters = parameters
        .map(|(number, name)| parameter_setter(vis, number, name, catalog.parameter_type(number)));
    let and = catalog.takes_several_errors().then(|| {
        quote! {
            /// Adds another error to the body. It is written where the shape has a list or a map of
            /// errors; everything else in the body is that of the first error.
            #[inline]
            #vis fn and(mut self, other: Self) -> Self {
                self.0.add_error(other.0);
                self
            }
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #codes {
            /// The error body of this code.
            #[inline]
            #vis fn body<'a>(self) -> #body<'a> {
                #body(__private::Body::new(self.entry()))
            }
        }

        #[automatically_derived]
        #[allow(dead_code, clippy::should_implement_trait)]
        impl<'a> #body<'a> {
            /// Writes the texts in the locale that suits a BCP 47 tag best.
            #[inline]
            #vis fn locale(mut self, locale: &__private::str) -> Self {
                self.0.set_locale(locale);
                self
            }

            #and

            #(#slots)*
            #(#parameters)*

            /// The status, the media type and the headers that the body is sent with.
            #[inline]
            #[must_use]
            #vis fn parts(&self) -> __private::BodyParts {
                __private::CatalogBody::parts(self)
            }

            /// The body as JSON.
            #[inline]
            #[must_use]
            #vis fn to_json(&self) -> __private::Vec<__private::u8> {
                self.0.to_json(__private::Some(&PREFIXES))
            }

            /// Appends the body as JSON.
            #[inline]
            #vis fn write_json(&self, out: &mut __private::Vec<__private::u8>) {
                self.0.write_json(__private::Some(&PREFIXES), out);
            }
        }

        #[automatically_derived]
        impl<'a> __private::CatalogBody<'a> for #body<'a> {
            #[inline]
            fn __new(body: __private::Body<'static, 'a>) -> Self {
                Self(body)
            }

            #[inline]
            fn __body(&self) -> &__private::Body<'static, 'a> {
                &self.0
            }

            #[inline]
            fn locale(self, tag: &__private::str) -> Self {
                Self::locale(self, tag)
            }

            #[inline]
            fn write_json(&self, out: &mut __private::Vec<__private::u8>) {
                Self::write_json(self, out);
            }
        }

        #[automatically_derived]
        impl __private::Serialize for #body<'_> {
            #[inline]
            fn serialize<S: __private::Serializer>(
                &self,
                serializer: S,
            ) -> __private::Result<S::Ok, S::Error> {
                __private::serialize(&self.0, serializer)
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

fn slot_setter(vis: &Visibility, number: u16, slot: &Slot<'_>) -> TokenStream {
    let number = Literal::u16_unsuffixed(number);
    let name = method(slot.name);
    let doc = format!(" Sets `{}`.", slot.name);
    let (set, value, note) = match slot.source {
        // Exactly what a status is, so that a number as it is written is one.
        SlotSource::Status => (format_ident!("integer"), quote!(__private::u16), None),
        _ => argument(slot.slot_type),
    };
    quote! {
        #[doc = #doc]
        #note
        #[inline]
        #vis fn #name(mut self, value: #value) -> Self {
            self.0.set_slot(#number, __private::setter::#set(value));
            self
        }
    }
}

/// What a setter of a type takes: what makes a value of it, its own type, and a line of documentation.
fn argument(slot_type: SlotType) -> (Ident, TokenStream, Option<TokenStream>) {
    let into = |value| quote!(impl __private::core::convert::Into<#value>);
    let (set, value) = match slot_type {
        SlotType::Integer => ("integer", into(quote!(__private::Integer))),
        SlotType::Number => ("number", into(quote!(__private::f64))),
        SlotType::Boolean => ("boolean", quote!(__private::bool)),
        SlotType::Array => {
            ("array", quote!(impl __private::core::iter::IntoIterator<Item: __private::Serialize>))
        }
        SlotType::Object => {
            ("object", into(quote!(__private::Map<__private::String, __private::Value>)))
        }
        SlotType::Any => ("any", quote!(impl __private::Serialize)),
        SlotType::Delay => ("delay", quote!(__private::core::time::Duration)),
        SlotType::Time => ("time", into(quote!(__private::Time<'a>))),
        _ => ("text", into(quote!(__private::Cow<'a, __private::str>))),
    };
    let note = match slot_type {
        SlotType::Number => {
            Some(" An infinity or a NaN, which JSON does not have, leaves it as it is.")
        }
        SlotType::Delay => Some(" It is written in seconds, with a fraction where there is one."),
        SlotType::Time => Some(" A text is written as it is, a number as seconds since 1970."),
        _ => None,
    };
    let note = note.map(|note| quote!(#[doc = ""] #[doc = #note]));
    (format_ident!("{set}"), value, note)
}

/// A method that leaves out what the catalog would write.
fn slot_without(
    vis: &Visibility,
    number: u16,
    slot: &Slot<'_>,
    catalog: &Catalog<'_>,
) -> Option<TokenStream> {
    let name = format!("without_{}", slot.name);
    let is_taken = catalog.slots().any(|slot| slot.name == name)
        || catalog.parameters().any(|parameter| parameter == name);
    (slot.is_optional && slot.source != SlotSource::Caller && !is_taken).then(|| {
        let number = Literal::u16_unsuffixed(number);
        let doc = format!(" Leaves out `{}`, which the catalog fills.", slot.name);
        let name = method(&name);
        quote! {
            #[doc = #doc]
            #[inline]
            #vis fn #name(mut self) -> Self {
                self.0.set_slot(#number, __private::Some(__private::SlotValue::Absent));
                self
            }
        }
    })
}

fn parameter_setter(
    vis: &Visibility,
    number: u16,
    parameter: &str,
    parameter_type: SlotType,
) -> TokenStream {
    let number = Literal::u16_unsuffixed(number);
    let name = method(parameter);
    let doc =
        format!(" Sets the parameter `{parameter}`, which fills `{{{parameter}}}` in a message.");
    let (set, value, note) = argument(parameter_type);
    quote! {
        #[doc = #doc]
        #note
        #[inline]
        #vis fn #name(mut self, value: #value) -> Self {
            self.0.set_parameter(#number, __private::setter::#set(value));
            self
        }
    }
}

/// A method's name; a keyword becomes a raw identifier, and where there is none, gets an underscore.
fn method(name: &str) -> Ident {
    syn::parse_str(name)
        .or_else(|_| syn::parse_str(&format!("r#{name}")))
        .unwrap_or_else(|_| Ident::new(&format!("{name}_"), Span::call_site()))
}
