//! How large a catalog may be.

use core::fmt;

use crate::rows::NONE;

/// The most entries that a catalog may have.
pub const MOST_ENTRIES: usize = NONE as usize - 1;

/// The most ancestors that an entry may have. So many objects nest in the outermost one of a body, and
/// a body is read no deeper.
pub const MOST_ANCESTORS: usize = 64;

/// The most errors that are read from a body in lists and maps. The others are passed over; the body is
/// kept as it was received.
pub const MOST_ERRORS: usize = 1_000;

/// The error of a catalog that has more of something than can be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge {
    what: &'static str,
    most: usize,
}

impl TooLarge {
    pub(crate) fn new(what: &'static str, most: usize) -> Self {
        Self { what, most }
    }

    /// An error where there are more than `most`.
    pub(crate) fn unless(count: usize, most: usize, what: &'static str) -> Result<(), Self> {
        if count > most { Err(Self { what, most }) } else { Ok(()) }
    }
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a catalog has at most {} {}", self.most, self.what)
    }
}

impl core::error::Error for TooLarge {}
