//! The commands, one file or folder each.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod import;
pub(crate) mod man;
pub(crate) mod new;
pub(crate) mod schema;
pub(crate) mod stats;
