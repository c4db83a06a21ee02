//! What a rule looks at, and where it reports.

use super::templates::Template;
use crate::document::{Document, Facts, Text};
use crate::entries::VariantEntry;
use crate::finding::{Findings, Subject};
use crate::inheritance::Inheritance;
use crate::side::Side;
use crate::source::Sources;
use crate::suggestion::nearest;

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

impl Check<'_> {
    /// What it rests on that the body has no slot of a name: whether the name stands in a piece of the shape
    /// that could not be read.
    pub(super) fn lack_of_slot(&self, name: &str) -> Subject {
        let lost = self.document.body.iter().flat_map(|body| &body.lost);
        let mut words = lost.flat_map(|place| {
            let is_end = |c: char| !(c.is_alphanumeric() || c == '_');
            self.sources.text(*place).split(is_end)
        });
        let is_it = words.any(|word| nearest(word, [name]).is_some());
        if is_it { Subject::Slots } else { Subject::LostPieces }
    }
}
