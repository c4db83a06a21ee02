//! What a check has to say about a catalog.

use crate::source::Span;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The catalog cannot be used as it is.
    Error,
    /// Doubtful, not wrong.
    Warning,
}

/// A place and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// A few words; empty where the finding's message says it all.
    pub text: String,
}

/// One mistake, or doubt, with its places and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where; `None` where there is no text to point into, as when a file is missing.
    pub place: Option<Label>,
    /// Another place that matters, such as a first definition.
    pub other: Option<Label>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Finding {
    /// An error at a place.
    pub fn error(span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, Some(span), message)
    }

    /// A warning at a place.
    pub fn warning(span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, Some(span), message)
    }

    /// An error that concerns no piece of text.
    pub fn without_place(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, None, message)
    }

    fn new(severity: Severity, span: Option<Span>, message: impl Into<String>) -> Self {
        let place = span.map(|span| Label { span, text: String::new() });
        Self { severity, message: message.into(), place, other: None, help: None }
    }

    /// Adds a few words beside the carets.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(place) = &mut self.place {
            place.text = text.into();
        }
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn other(mut self, span: Span, text: impl Into<String>) -> Self {
        self.other = Some(Label { span, text: text.into() });
        self
    }

    /// Adds the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The findings of one catalog.
#[derive(Default)]
pub(crate) struct Findings {
    all: Vec<Finding>,
    /// Something of a file could not be read, so what seems to be missing may be there.
    unread: bool,
}

impl Findings {
    pub(crate) fn add(&mut self, finding: Finding) {
        self.all.push(finding);
    }

    /// A place behind which something could not be read.
    pub(crate) fn unreadable(&mut self, finding: Finding) {
        self.unread = true;
        self.add(finding);
    }

    /// Something that is not there, unless it may stand where the text could not be read.
    pub(crate) fn missing(&mut self, finding: Finding) {
        if !self.unread {
            self.add(finding);
        }
    }

    /// The findings in the order of the files, each once.
    pub(crate) fn into_sorted(mut self) -> Vec<Finding> {
        self.all.sort_by_key(|finding| finding.place.as_ref().map(|place| place.span));
        self.all.dedup();
        self.all
    }
}
