//! What a rule looks at, and where it reports.

use super::templates::Template;
use crate::document::{Document, Facts, Text};
use crate::entries::VariantEntry;
use crate::finding::Findings;
use crate::inheritance::Inheritance;
use crate::side::Side;
use crate::source::Sources;

/// The catalog as the rules look at it.
pub(crate) struct Check<'c> {
    pub(crate) side: Side,
    pub(crate) document: &'c Document,
    /// The entries that become variants.
    pub(crate) variants: &'c [VariantEntry<'c>],
    /// The same by name, and what they inherit.
    pub(crate) inheritance: &'c Inheritance<'c>,
    /// The facts of every table that has some.
    pub(crate) facts: &'c [&'c Facts],
    /// Every text of every entry, with the key it stands under.
    pub(crate) texts: &'c [(&'static str, &'c Text)],
    /// Those of them that have braces.
    pub(crate) templates: &'c [Template<'c>],
    pub(crate) sources: &'c Sources,
    pub(crate) diagnostics: &'c mut Findings,
}
