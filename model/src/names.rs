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

const fn in_shapes(name: &'static str, reason: &'static str) -> Reserved {
    Reserved { name, reason, for_slots: true }
}

/// A slot of that name gets a setter with an underscore; a field cannot be renamed.
const fn no_field(name: &'static str) -> Reserved {
    Reserved { name, reason: "no field of Rust has that name", for_slots: false }
}

const fn setter(name: &'static str) -> Reserved {
    Reserved {
        name,
        reason: "a slot without the underscore has a setter of that name",
        for_slots: true,
    }
}

/// Every reserved name, for slots of bodies and headers and for placeholders. `catalogs/README.md`
/// prints them.
const RESERVED: &[Reserved] = &[
    method("locale"),
    method("and"),
    method("parts"),
    method("to_json"),
    method("write_json"),
    // Those of traits, which Rust and frameworks call: a setter of the name would be found instead.
    method("serialize"),
    method("clone"),
    method("fmt"),
    method("into"),
    method("to_owned"),
    method("into_response"),
    method("respond_to"),
    in_shapes("inner", "`{inner}` is the nested object in a shape"),
    in_shapes("null", "`{null}` is JSON’s `null` in a shape"),
    setter("crate_"),
    setter("self_"),
    setter("super_"),
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

#[cfg(test)]
mod tests {
    use super::RESERVED;

    #[test]
    fn the_readme_prints_every_reserved_name() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogs/README.md");
        let readme = std::fs::read_to_string(path).expect("the format of catalogs");
        let (_, list) = readme.split_once("these names are taken:").expect("the list");
        let (list, _) = list.split_once("\n\n").unwrap_or((list, ""));
        let (both, parameters) = list.split_once("for parameters").expect("the others");
        let printed = |text: &str| -> Vec<String> {
            text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
        };
        let reserved = |for_slots: bool| -> Vec<&str> {
            let names = RESERVED.iter().filter(|reserved| reserved.for_slots == for_slots);
            names.map(|reserved| reserved.name).collect()
        };
        assert_eq!(printed(both), reserved(true));
        assert_eq!(printed(parameters), reserved(false));
    }
}
