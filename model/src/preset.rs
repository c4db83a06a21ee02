//! Shapes that a catalog can name instead of writing them out. A new one is added here.

/// A shape under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The name in a catalog.
    pub name: &'static str,
    /// The `Content-Type` where a catalog gives none.
    pub media_type: &'static str,
    /// The members, in their order.
    pub members: &'static [PresetMember],
}

/// A member of a preset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresetMember {
    /// Its name in JSON.
    pub key: &'static str,
    /// The slot that is its value.
    pub slot: &'static str,
    /// Whether it is left out where the slot has no value.
    pub optional: bool,
}

const fn member(key: &'static str, slot: &'static str, optional: bool) -> PresetMember {
    PresetMember { key, slot, optional }
}

/// RFC 9457 §3. A problem without a type is `about:blank`, and says so by leaving the member out.
const PROBLEM_JSON: Preset = Preset {
    name: "problem+json",
    media_type: "application/problem+json",
    members: &[
        member("type", "problem_type", true),
        member("title", "title", true),
        member("status", "status", false),
        member("detail", "message", false),
        member("instance", "instance", true),
    ],
};

/// Every preset under its name in a catalog.
pub(crate) const ALL: [(&str, &Preset); 1] = [(PROBLEM_JSON.name, &PROBLEM_JSON)];
