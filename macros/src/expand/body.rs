//! The body type: a setter for each slot of the shape and each placeholder.

use api_error_catalog_core::Catalog;
use api_error_catalog_core::slot::{Slot, SlotSource, SlotType};
use api_error_catalog_model::is_usable_name;
use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;
use syn::{Ident, Visibility};

use super::docs;
use super::expansion::Expansion;
use super::kind::Kind;
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
        let setter = slot_setter(expansion.item, number, &slot);
        let without = slot_without(vis, number, &slot, catalog);
        quote!(#setter #without)
    });
    let is_setter =
        |name: &str| is_usable_name(name) && !catalog.slots().any(|slot| slot.name == name);
    let parameters = (0..).zip(catalog.parameters()).filter(|(_, name)| is_setter(name));
    let parameters = parameters.map(|(number, name)| {
        parameter_setter(expansion.item, number, name, catalog.parameter_type(number))
    });
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
                self.0.to_json(__private::Some(PREFIXES))
            }

            /// Appends the body as JSON.
            #[inline]
            #vis fn write_json(&self, out: &mut __private::Vec<__private::u8>) {
                self.0.write_json(__private::Some(PREFIXES), out);
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

fn slot_setter(item: &Item<'_>, number: u16, slot: &Slot<'_>) -> TokenStream {
    let doc = format!(" Sets `{}`.", slot.name);
    let number = Literal::u16_unsuffixed(number);
    setter(item, slot.name, &doc, &Kind::of_slot(slot), &quote!(set_slot(#number, value)))
}

fn parameter_setter(
    item: &Item<'_>,
    number: u16,
    parameter: &str,
    parameter_type: SlotType,
) -> TokenStream {
    let doc =
        format!(" Sets the parameter `{parameter}`, which fills `{{{parameter}}}` in a message.");
    let number = Literal::u16_unsuffixed(number);
    let kind = Kind::of_type(parameter_type);
    setter(item, parameter, &doc, &kind, &quote!(set_parameter(#number, value)))
}

/// A method of the body that takes what may be put into a slot or a parameter.
fn setter(item: &Item<'_>, name: &str, doc: &str, kind: &Kind, set: &TokenStream) -> TokenStream {
    let Item { vis, krate, .. } = item;
    let name = method(name);
    let note = kind.note.map(|note| quote!(#[doc = ""] #[doc = #note]));
    let kind = kind.path(krate);
    quote! {
        #[doc = #doc]
        #note
        #[inline]
        #vis fn #name(mut self, value: impl #krate::IntoSlot<'a, #kind>) -> Self {
            let value = #krate::IntoSlot::into_slot(value);
            self.0.#set;
            self
        }
    }
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

/// A method's name; a keyword becomes a raw identifier, and where there is none, gets an underscore.
fn method(name: &str) -> Ident {
    syn::parse_str(name)
        .or_else(|_| syn::parse_str(&format!("r#{name}")))
        .unwrap_or_else(|_| Ident::new(&format!("{name}_"), Span::call_site()))
}
