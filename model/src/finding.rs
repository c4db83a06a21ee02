//! Findings: diagnostics, and which of them only follow from others.
//!
//! One mistake is one finding. A rule reports all that it sees, and says what its finding rests on; a
//! finding that makes that uncertain says so, wherever it is found. Neither knows of the other.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Sources, Span};
use crate::{in_json, wording};

/// What findings rest on, and what other findings make uncertain.
///
/// A finding explains only subjects that come after those that it rests on, so that no two findings
/// explain each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Subject {
    /// The characters of the key or the string at a place.
    Spelling(Span),
    /// Which locales the catalog has, and what a text without one of them is.
    Locales,
    /// The tag of the locale of that number.
    Locale(usize),
    /// Which texts are in the locale of that number.
    TextsIn(usize),
    /// What is in the table or the text at a place, that of its key where it has one.
    Contents(Span),
    /// What is in `[defaults]`.
    Defaults,
    /// Which statuses have a row that says that they are not registered.
    UnregisteredRows,
    /// Which entries there are, and their codes.
    Entries,
    /// The fact with a key, of the entry whose name is at a place.
    Fact(Span, &'static str),
    /// What `[body.slots]` declares.
    DeclaredSlots,
    /// The type of the slot or parameter that is declared at a place.
    SlotType(Span),
    /// Whether the slot that is declared at a place is a string, as its lengths say.
    SlotIsString(Span),
    /// What the pieces of the shape say that could not be read; those whose places are known are in
    /// [`BodyTable::lost`](crate::document::BodyTable).
    LostPieces,
    /// Which slots the body and the headers have.
    Slots,
    /// Which entries are the parents of which.
    Parents,
    /// What the names of variants begin with.
    VariantPrefix,
    /// The URI at a place.
    Uri(Span),
    /// The name of the variant of the entry whose name is at a place.
    Variant(Span),
    /// The placeholders of the text at a place.
    Placeholders(Span),
}

/// A diagnostic, what it explains and what it rests on.
pub(crate) struct Finding {
    diagnostic: Diagnostic,
    explains: Vec<Subject>,
    rests_on: Vec<Subject>,
}

impl From<Diagnostic> for Finding {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { diagnostic, explains: Vec::new(), rests_on: Vec::new() }
    }
}

impl Diagnostic {
    /// Findings that rest on the subject follow from this one.
    pub(crate) fn explains(self, subject: Subject) -> Finding {
        Finding::from(self).explains(subject)
    }

    /// It is not reported where another finding explains the subject.
    pub(crate) fn rests_on(self, subject: Subject) -> Finding {
        Finding::from(self).rests_on(subject)
    }
}

impl Finding {
    /// As [`Diagnostic::explains`].
    pub(crate) fn explains(mut self, subject: Subject) -> Self {
        debug_assert!(self.rests_on.iter().all(|other| *other < subject));
        self.explains.push(subject);
        self
    }

    /// As [`Diagnostic::rests_on`].
    pub(crate) fn rests_on(mut self, subject: Subject) -> Self {
        debug_assert!(self.explains.iter().all(|other| subject < *other));
        self.rests_on.push(subject);
        self
    }
}

/// Collects the findings about one catalog.
#[derive(Default)]
pub(crate) struct Findings {
    all: Vec<Finding>,
    /// What could not be read, which has been reported.
    unread: HashSet<Subject>,
    /// A file could not be read. Whatever is missing may be in it.
    file_is_unread: bool,
}

impl Findings {
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(crate) fn add(&mut self, finding: impl Into<Finding>) {
        self.all.push(finding.into());
    }

    /// Says that a syntax error, which has been reported, explains the subject.
    pub(crate) fn unread(&mut self, subject: Subject) {
        self.unread.insert(subject);
    }

    /// Adds the error for a file that cannot be read, or not from there on, which explains every finding
    /// that rests on something.
    pub(crate) fn unread_file(&mut self, error: Diagnostic) {
        self.file_is_unread = true;
        self.add(error);
    }

    /// The diagnostics in the order of the files, each once, without those that others explain, in words
    /// that can be shown.
    pub(crate) fn into_sorted(self, sources: &Sources) -> Vec<Diagnostic> {
        let Self { mut all, unread: mut explained, file_is_unread } = self;
        // A warning explains nothing: it leaves a catalog that can be used.
        let errors = all.iter().filter(|finding| finding.diagnostic.severity == Severity::Error);
        explained.extend(errors.flat_map(|error| &error.explains));
        all.retain(|Finding { rests_on, .. }| {
            rests_on.is_empty()
                || !file_is_unread && rests_on.iter().all(|subject| !explained.contains(subject))
        });
        let diagnostics = all.into_iter().map(|finding| worded(finding.diagnostic, sources));
        let mut diagnostics: Vec<_> = diagnostics.collect();
        diagnostics.sort_by_key(|diagnostic| diagnostic.place.as_ref().map(|place| place.span));
        diagnostics.dedup();
        diagnostics
    }
}

/// A diagnostic in the language of its file, with what it quotes as it can be shown.
fn worded(mut diagnostic: Diagnostic, sources: &Sources) -> Diagnostic {
    if let Some(place) = &diagnostic.place
        && sources.get(place.span.file).is_json()
    {
        let file = place.span.file;
        diagnostic = in_json::translate(diagnostic, file);
    }
    let Diagnostic { message, place, other, help, .. } = &mut diagnostic;
    let labels = [place, other].into_iter().flatten().map(|label| &mut label.text);
    for text in labels.chain([message]).chain(help) {
        if let Cow::Owned(printable) = wording::printable(text) {
            *text = printable;
        }
    }
    diagnostic
}
