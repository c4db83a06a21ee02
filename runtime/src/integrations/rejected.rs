//! What extractors have rejected, in words of no framework.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use api_error_catalog_core::Catch;
use serde_path_to_error::{Path, Segment};

/// What an extractor has rejected, and why.
#[derive(Clone, Debug)]
pub(crate) struct Rejected {
    pub(crate) by: Catch,
    /// Why, in English.
    pub(crate) sentence: String,
    /// The field or the parameter that is wrong.
    pub(crate) field: Option<String>,
    /// How many bytes there may be, where that was it, and where it is known.
    pub(crate) limit: Option<usize>,
}

/// The path, and behind it the field that is missing there, or that nobody knows: serde says its name in a
/// sentence alone, which is the same for all formats.
pub(crate) fn field(path: &Path, error: &dyn fmt::Display) -> Option<String> {
    let path = match path.iter().next_back() {
        None => String::new(),
        // In a body that breaks off.
        Some(Segment::Unknown) => path.to_string().trim_end_matches(['.', '?']).into(),
        Some(_) => path.to_string(),
    };
    let sentence = error.to_string();
    let mut named = ["missing field `", "unknown field `"].into_iter();
    let name = named.find_map(|start| sentence.strip_prefix(start)?.split('`').next());
    let is_there = |name: &&str| path == **name || path.ends_with(&format!(".{name}"));
    match name.filter(|name| !is_there(name)) {
        Some(name) if path.is_empty() => Some(name.into()),
        Some(name) => Some(format!("{path}.{name}")),
        None => Some(path).filter(|path| !path.is_empty()),
    }
}
