//! The kinds of slots and parameters: what may be put into them, as the runtime's `IntoSlot` has it.

use api_error_catalog_core::slot::{Slot, SlotSource, SlotType};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

/// A kind: the name of a type in the runtime's module `slot`, and what a setter's documentation says of
/// it.
pub(super) struct Kind {
    name: &'static str,
    pub(super) note: Option<&'static str>,
}

impl Kind {
    /// That of a slot.
    pub(super) fn of_slot(slot: &Slot<'_>) -> Self {
        match slot.source {
            SlotSource::Status => Self { name: "StatusSlot", note: None },
            _ if slot.is_timestamp() => {
                let note = Some(" A text is written as it is, a moment as RFC 3339 has it.");
                Self { name: "TimestampSlot", note }
            }
            _ => Self::of_type(slot.slot_type),
        }
    }

    /// That of a parameter.
    pub(super) fn of_type(slot_type: SlotType) -> Self {
        let (name, note) = match slot_type {
            SlotType::Integer => ("IntegerSlot", None),
            SlotType::Number => (
                "NumberSlot",
                Some(" An infinity or a NaN, which JSON does not have, leaves it as it is."),
            ),
            SlotType::Boolean => ("BooleanSlot", None),
            SlotType::Array => ("ArraySlot", None),
            SlotType::Object => ("ObjectSlot", None),
            SlotType::Any => ("AnySlot", None),
            SlotType::Delay => (
                "DelaySlot",
                Some(" It is written in seconds, with a fraction where there is one."),
            ),
            SlotType::Time => {
                ("TimeSlot", Some(" A text is written as it is, a number as seconds since 1970."))
            }
            _ => ("StringSlot", None),
        };
        Self { name, note }
    }

    /// Whether it takes any text.
    pub(super) fn is_string(&self) -> bool {
        self.name == "StringSlot"
    }

    /// The type, by the public path that messages of the compiler name it with.
    pub(super) fn path(&self, krate: &Ident) -> TokenStream {
        let name = format_ident!("{}", self.name);
        quote!(#krate::slot::#name)
    }
}
