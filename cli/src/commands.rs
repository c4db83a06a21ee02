//! The commands, one file or folder each.

pub(crate) mod check;
pub(crate) mod explain;
