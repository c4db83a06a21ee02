//! What slots and placeholders may be called. Slots become methods of the body; placeholders become
//! methods too, and fields of variants. A new reserved name is added here.

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

/// Every reserved name.
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

/// Whether a name is in ASCII `snake_case`, as methods and fields of Rust are.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Whether a placeholder may have a name. In a catalog with errors, some have another.
pub fn is_usable_name(name: &str) -> bool {
    is_name(name) && reserved(name).is_none()
}
