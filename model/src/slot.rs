//! The slots that a body's shape may name without declaring them. A new one is added here.

/// What a slot's value is in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotType {
    /// A string.
    String,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list of anything.
    Array,
    /// An object of anything.
    Object,
    /// Anything.
    Any,
}

impl SlotType {
    /// Every type under its name in a catalog, which is JSON Schema's where that has one.
    pub const ALL: [(&'static str, Self); 7] = [
        ("string", Self::String),
        ("integer", Self::Integer),
        ("number", Self::Number),
        ("boolean", Self::Boolean),
        ("array", Self::Array),
        ("object", Self::Object),
        ("any", Self::Any),
    ];
}

impl SlotType {
    /// The name in a catalog.
    pub fn as_str(self) -> &'static str {
        let named = Self::ALL.into_iter().find(|(_, known)| *known == self);
        named.map_or("any", |(name, _)| name)
    }
}

/// Who fills a slot when nobody sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// The HTTP status.
    Status,
    /// The code.
    Code,
    /// The message, its placeholders filled in.
    Message,
    /// The title.
    Title,
    /// The description.
    Description,
    /// The recommended action.
    Action,
    /// The reason phrase of the status.
    Reason,
    /// The retry advice.
    Retry,
    /// The documentation link.
    Docs,
    /// The problem type.
    Type,
    /// Nobody.
    Caller,
}

/// A slot's name, type and filling.
pub(crate) struct KnownSlot {
    pub(crate) name: &'static str,
    pub(crate) slot_type: SlotType,
    pub(crate) filling: Filling,
}

const fn known(name: &'static str, slot_type: SlotType, filling: Filling) -> KnownSlot {
    KnownSlot { name, slot_type, filling }
}

pub(crate) const KNOWN: [KnownSlot; 20] = [
    known("status", SlotType::Integer, Filling::Status),
    known("code", SlotType::String, Filling::Code),
    known("message", SlotType::String, Filling::Message),
    known("title", SlotType::String, Filling::Title),
    known("description", SlotType::String, Filling::Description),
    known("action", SlotType::String, Filling::Action),
    known("reason", SlotType::String, Filling::Reason),
    known("retry", SlotType::String, Filling::Retry),
    known("docs", SlotType::String, Filling::Docs),
    known("problem_type", SlotType::String, Filling::Type),
    known("request_id", SlotType::String, Filling::Caller),
    known("trace_id", SlotType::String, Filling::Caller),
    known("timestamp", SlotType::String, Filling::Caller),
    known("instance", SlotType::String, Filling::Caller),
    known("method", SlotType::String, Filling::Caller),
    known("uri", SlotType::String, Filling::Caller),
    known("source", SlotType::String, Filling::Caller),
    known("target", SlotType::String, Filling::Caller),
    known("details", SlotType::Array, Filling::Caller),
    known("errors", SlotType::Array, Filling::Caller),
];

/// Names that a body's own methods have, so that no setter can have them.
pub(crate) const RESERVED: [&str; 6] =
    ["locale", "to_json", "write_json", "serialize", "inner", "null"];

pub(crate) fn find(name: &str) -> Option<&'static KnownSlot> {
    KNOWN.iter().find(|slot| slot.name == name)
}
