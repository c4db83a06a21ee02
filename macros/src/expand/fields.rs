//! The fields of variants as the values of slots and parameters.

use api_error_catalog_core::Catalog;
use api_error_catalog_core::slot::SlotType;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned as _;

use super::kind::Kind;
use crate::item::{Conversion, Field, Variant};
use crate::needed::is_filled_by_fields;

/// A slot or a parameter that a field fills.
pub(super) struct Filled<'f, 'i> {
    pub(super) field: &'f Field<'i>,
    /// The variable that the field is bound to in a pattern.
    pub(super) binding: Ident,
    conversion: &'f Conversion,
    setter: &'static str,
    number: u16,
    slot_type: SlotType,
    kind: Kind,
}

/// What the fields of a variant fill. Fields that fill nothing have been reported, or are of a catalog with
/// errors.
pub(super) fn filled<'f, 'i>(
    variant: &'f Variant<'i>,
    catalog: &Catalog<'_>,
) -> Vec<Filled<'f, 'i>> {
    let fields = (0..).zip(&variant.fields);
    let filled = fields.filter_map(|(at, field)| {
        let (name, conversion) = (field.name.as_deref()?, field.conversion()?);
        let slot = (0..).zip(catalog.slots()).find(|(_, slot)| slot.name == name);
        let parameter = (0..).zip(catalog.parameters()).find(|(_, known)| *known == name);
        let (setter, number, slot_type, kind) = match (slot, parameter) {
            (Some((number, slot)), _) if is_filled_by_fields(&slot) => {
                ("set_slot", number, slot.slot_type, Kind::of_slot(&slot))
            }
            (None, Some((number, _))) => {
                let parameter_type = catalog.parameter_type(number);
                ("set_parameter", number, parameter_type, Kind::of_type(parameter_type))
            }
            _ => return None,
        };
        let binding = binding(at);
        Some(Filled { field, binding, conversion, setter, number, slot_type, kind })
    });
    filled.collect()
}

/// The variable that a field is bound to in a pattern.
pub(super) fn binding(at: usize) -> Ident {
    format_ident!("field{at}")
}

impl Filled<'_, '_> {
    /// Whether its value is JSON, of which `Serialize` decides.
    pub(super) fn is_json(&self) -> bool {
        let is_json_type =
            matches!(self.slot_type, SlotType::Array | SlotType::Object | SlotType::Any);
        match self.conversion {
            Conversion::Json => true,
            Conversion::ByType => is_json_type,
            Conversion::Debug | Conversion::With(_) => false,
        }
    }

    /// Sets the slot or the parameter in `body`.
    pub(super) fn set(&self, krate: &Ident) -> TokenStream {
        let (setter, binding) = (format_ident!("{}", self.setter), &self.binding);
        let number = Literal::u16_unsuffixed(self.number);
        let value = self.value(krate);
        if self.field.option().is_none() {
            return quote!(body.#setter(#number, #value););
        }
        quote! {
            if let __private::Some(#binding) = #binding {
                body.#setter(#number, #value);
            }
        }
    }

    /// A value that is there.
    fn value(&self, krate: &Ident) -> TokenStream {
        let place = at_type(self.field);
        let binding = Ident::new(&self.binding.to_string(), place);
        match self.conversion {
            Conversion::Debug => quote_spanned!(place=> __private::text::debug_text(#binding)),
            Conversion::With(path) => {
                quote_spanned!(place=> __private::text::display_text(&#path(#binding)))
            }
            Conversion::Json => quote_spanned! {place=>
                #krate::IntoSlot::<'_, #krate::slot::AnySlot>::into_slot(#binding)
            },
            // A moment is no such text: RFC 3339 is not what `Display` of its type gives.
            Conversion::ByType if self.kind.is_string() => quote_spanned! {place=>
                __private::TextField {
                    field: #binding,
                    display: #krate::PlaceholderField::shown(#binding),
                }.value()
            },
            Conversion::ByType => {
                let kind = self.kind.path(krate);
                let value = match self.slot_type {
                    // `Serialize` will do, where setters take the usual lists and objects.
                    SlotType::Array | SlotType::Object => {
                        quote_spanned!(place=> #krate::Json(#binding))
                    }
                    _ => quote!(#binding),
                };
                quote_spanned!(place=> #krate::IntoSlot::<'_, #kind>::into_slot(#value))
            }
        }
    }
}

/// The place of a field's type, where a type that does not do is to be reported.
pub(super) fn at_type(field: &Field<'_>) -> Span {
    field.field.ty.span().resolved_at(Span::call_site())
}

/// A field in a pattern or an expression: its name, or its index in a tuple.
pub(super) fn member(at: usize, field: &Field<'_>) -> TokenStream {
    match &field.field.ident {
        Some(ident) => quote!(#ident),
        None => {
            let at = Literal::usize_unsuffixed(at);
            quote!(#at)
        }
    }
}
