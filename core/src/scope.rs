//! Which errors of a body a part of it is for.

use crate::body::Body;

/// Some errors of a body, by their numbers: those that follow each other, or those of them that have
/// the same key.
#[derive(Clone, Copy)]
pub(crate) struct Scope {
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// The error that has the key, and the slot that the key is in.
    pub(crate) key_of: (u32, u16),
    /// How many names of a path are the same; 0 where the key does not matter.
    pub(crate) same_names: u16,
}

/// "The whole key is the same."
pub(crate) const WHOLE: u16 = u16::MAX;

impl Scope {
    /// All errors of a body.
    #[inline]
    pub(crate) fn all(body: &Body<'_, '_>) -> Self {
        let end = u32::try_from(body.error_count()).unwrap_or(u32::MAX);
        Self { first: 0, end, key_of: (0, 0), same_names: 0 }
    }
}
