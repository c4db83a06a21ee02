//! Texts with braces, parsed once for all rules.

use api_error_catalog_core::template::{self, LoneBrace, TemplatePart};

use crate::diagnostic::Diagnostic;
use crate::document::Text;
use crate::finding::{Finding, Subject};
use crate::literal;
use crate::names;
use crate::source::{Sources, Span, Spanned};

/// A text that has braces in some locale.
pub(crate) struct Template<'d> {
    pub(super) key: &'static str,
    /// One for each locale, in the header's order.
    pub(super) versions: Vec<Option<Version<'d>>>,
}

/// A text in one locale, taken apart.
pub(super) struct Version<'d> {
    pub(super) text: &'d Spanned<String>,
    /// What stands in braces, a name or not, or the brace because of which that cannot be told.
    pub(super) braced: Result<Vec<(&'d str, Span)>, (LoneBrace, Span)>,
}

/// Takes the texts apart that have something in braces.
pub(super) fn templates<'d>(
    texts: &[(&'static str, &'d Text)],
    sources: &Sources,
) -> Vec<Template<'d>> {
    let mut templates = Vec::new();
    for (key, text) in texts {
        if text.present().any(|version| template::has_braces(&version.value)) {
            let version = |text| Version::new(text, sources);
            let versions = text.versions.iter().map(|text| text.as_ref().map(version)).collect();
            templates.push(Template { key, versions });
        }
    }
    templates
}

impl<'d> Version<'d> {
    fn new(text: &'d Spanned<String>, sources: &Sources) -> Self {
        let place = |range| literal::place(sources, text.span, range);
        let braced = match template::parts(&text.value) {
            Ok(pieces) => Ok(pieces
                .into_iter()
                .filter_map(|piece| match piece {
                    TemplatePart::Placeholder { name, range } => Some((name, place(range))),
                    TemplatePart::Text(_) => None,
                })
                .collect()),
            Err(lone) => Err((lone, place(lone.at..lone.at + 1))),
        };
        Self { text, braced }
    }

    /// Its placeholders, which findings explain or rest on.
    pub(super) fn subject(&self) -> Subject {
        Subject::Placeholders(self.text.span)
    }

    /// What stands in braces, a name or not; nothing where that cannot be told.
    pub(super) fn braced(&self) -> &[(&'d str, Span)] {
        self.braced.as_deref().unwrap_or_default()
    }

    /// The placeholders and their places.
    pub(super) fn placeholders(&self) -> impl Iterator<Item = (&'d str, Span)> {
        self.braced().iter().copied().filter(|(name, _)| names::is_name(name))
    }

    /// The placeholders that another version lacks.
    pub(super) fn beyond(&self, other: &Self) -> Vec<(&'d str, Span)> {
        let is_there = |name| other.placeholders().any(|(known, _)| known == name);
        self.placeholders().filter(|(name, _)| !is_there(*name)).collect()
    }
}

impl<'d> Template<'d> {
    pub(super) fn versions(&self) -> impl Iterator<Item = &Version<'d>> {
        self.versions.iter().flatten()
    }

    /// What stands in braces in any of its versions, a name or not, each once.
    pub(super) fn braced(&self) -> Vec<Braced<'d>> {
        let mut all: Vec<Braced<'d>> = Vec::new();
        for version in self.versions() {
            for &(name, place) in version.braced() {
                match all.iter_mut().find(|braced| braced.name == name) {
                    Some(braced) => {
                        braced.again.get_or_insert(place);
                        braced.texts.push(version.subject());
                    }
                    None => {
                        let texts = vec![version.subject()];
                        all.push(Braced { name, place, again: None, texts });
                    }
                }
            }
        }
        all
    }

    /// Those of them that are names.
    pub(super) fn placeholders(&self) -> impl Iterator<Item = Braced<'d>> + use<'d> {
        self.braced().into_iter().filter(|braced| names::is_name(braced.name))
    }
}

/// What stands in braces in a text, in whichever locales.
pub(super) struct Braced<'d> {
    pub(super) name: &'d str,
    place: Span,
    /// Where it stands for the second time.
    again: Option<Span>,
    /// The placeholders of the texts that have it.
    texts: Vec<Subject>,
}

impl Braced<'_> {
    /// One error for all places.
    pub(super) fn error(self, message: String, help: impl Into<String>) -> Finding {
        let error = Diagnostic::error(self.place, message).help(help);
        let error = match self.again {
            Some(again) => error.other(again, "and here"),
            None => error,
        };
        self.texts.into_iter().fold(Finding::from(error), Finding::explains)
    }
}
