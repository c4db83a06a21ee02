//! The slots that a body's shape may name without declaring them, and the names that none may have. A new
//! one is added here.

use crate::facts::{SlotSource, SlotType};

/// A slot's name, type and source.
pub(crate) struct KnownSlot {
    pub(crate) name: &'static str,
    pub(crate) slot_type: SlotType,
    pub(crate) source: SlotSource,
}

const fn known(name: &'static str, slot_type: SlotType, source: SlotSource) -> KnownSlot {
    KnownSlot { name, slot_type, source }
}

pub(crate) const KNOWN: [KnownSlot; 20] = [
    known("status", SlotType::Integer, SlotSource::Status),
    known("code", SlotType::String, SlotSource::Code),
    known("message", SlotType::String, SlotSource::Message),
    known("title", SlotType::String, SlotSource::Title),
    known("description", SlotType::String, SlotSource::Description),
    known("action", SlotType::String, SlotSource::Action),
    known("reason", SlotType::String, SlotSource::Reason),
    known("retry", SlotType::String, SlotSource::Retry),
    known("docs", SlotType::String, SlotSource::Docs),
    known("problem_type", SlotType::String, SlotSource::Type),
    known("request_id", SlotType::String, SlotSource::Caller),
    known("trace_id", SlotType::String, SlotSource::Caller),
    known("timestamp", SlotType::String, SlotSource::Caller),
    known("instance", SlotType::String, SlotSource::Caller),
    known("method", SlotType::String, SlotSource::Caller),
    known("uri", SlotType::String, SlotSource::Caller),
    known("source", SlotType::String, SlotSource::Caller),
    known("target", SlotType::String, SlotSource::Caller),
    known("details", SlotType::Array, SlotSource::Caller),
    known("errors", SlotType::Array, SlotSource::Caller),
];

/// A name that no placeholder can have.
pub(crate) struct Reserved {
    name: &'static str,
    /// Why, as it goes on behind a colon.
    pub(crate) reason: &'static str,
    /// Whether no slot can have it either.
    pub(crate) for_slots: bool,
}

const fn method(name: &'static str) -> Reserved {
    Reserved { name, reason: "a body has a method of that name", for_slots: true }
}

/// A slot of that name gets a setter with an underscore; a field cannot be renamed.
const fn no_field(name: &'static str) -> Reserved {
    Reserved { name, reason: "no field of Rust has that name", for_slots: false }
}

/// Every reserved name. Slots become methods of the body; placeholders become methods too, and fields
/// of variants.
const RESERVED: [Reserved; 12] = [
    method("locale"),
    method("and"),
    method("parts"),
    method("to_json"),
    method("write_json"),
    method("serialize"),
    method("clone"),
    Reserved {
        name: "inner",
        reason: "`{inner}` is the nested object in a shape",
        for_slots: true,
    },
    Reserved { name: "null", reason: "`{null}` is JSON’s `null` in a shape", for_slots: true },
    no_field("crate"),
    no_field("self"),
    no_field("super"),
];

/// What reserves a name; `None` where it is free.
pub(crate) fn reserved(name: &str) -> Option<&'static Reserved> {
    RESERVED.iter().find(|reserved| reserved.name == name)
}

pub(crate) fn find(name: &str) -> Option<&'static KnownSlot> {
    KNOWN.iter().find(|slot| slot.name == name)
}
