//! Shapes that a catalog can name instead of writing them out. A new one is added here.

/// A shape under a name.
pub(crate) struct Preset {
    pub(crate) media_type: &'static str,
    pub(crate) members: &'static [PresetMember],
}

/// A member of a preset: its key, the slot in it, and whether it is left out without a value.
pub(crate) struct PresetMember {
    pub(crate) key: &'static str,
    pub(crate) slot: &'static str,
    pub(crate) optional: bool,
}

const fn member(key: &'static str, slot: &'static str, optional: bool) -> PresetMember {
    PresetMember { key, slot, optional }
}

/// RFC 9457 §3. A problem without a type is `about:blank`, and says so by leaving the member out.
const PROBLEM_JSON: Preset = Preset {
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
pub(crate) const ALL: [(&str, &Preset); 1] = [("problem+json", &PROBLEM_JSON)];
