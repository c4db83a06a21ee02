//! Diagnostics: the errors and warnings about a catalog.

use crate::source::Span;

/// Whether a diagnostic is an error or a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The catalog cannot be used as it is.
    Error,
    /// The catalog can be used, and this is probably not what was meant.
    Warning,
}

/// A place and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// A few words; empty where the diagnostic's message says it all.
    pub text: String,
}

/// One error or warning, with its places and what to do about it. [`render`](crate::render) makes text
/// of it.
///
/// ```
/// use api_error_catalog_model::{Severity, Side, read_text};
///
/// let text = r#"
/// [catalog]
/// name    = "wallet"
/// locales = ["en"]
///
/// [body.members]
/// code = "{cod}"
///
/// [code.internal]
/// status  = 500
/// message = "Something broke."
/// "#;
/// let reading = read_text("wallet.toml", text, Side::Client);
/// let [diagnostic] = &reading.diagnostics[..] else { panic!("one mistake") };
/// assert_eq!(diagnostic.severity, Severity::Error);
/// assert_eq!(diagnostic.message, "the shape names an unknown slot, `cod`");
/// let place = diagnostic.place.as_ref().expect("a place in the text");
/// assert_eq!(reading.sources.text(place.span), "{cod}");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where; `None` where there is no text to point into, as when a file is missing.
    pub place: Option<Label>,
    /// Another place that matters, such as a first definition.
    pub other: Option<Label>,
    /// What to do about it.
    pub help: Option<String>,
    /// The name to write at the place, where that is the one thing to do; empty where what stands there is
    /// to be left out. It has no quotes: they stay where the place has them. What comes of it has to be read
    /// again, as it may still be wrong.
    pub replacement: Option<String>,
}

impl Diagnostic {
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
        Self {
            severity,
            message: message.into(),
            place,
            other: None,
            help: None,
            replacement: None,
        }
    }

    /// Puts it at a place, where there is one and it has none of its own.
    #[must_use]
    pub(crate) fn at(mut self, place: Option<Span>) -> Self {
        self.place = self.place.or(place.map(|span| Label { span, text: String::new() }));
        self
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

    /// Names what was probably meant, in the help and as the replacement; without that, the help is another.
    #[must_use]
    pub(crate) fn meant_or(self, meant: Option<&str>, help: impl FnOnce() -> String) -> Self {
        match meant {
            Some(meant) => self.help(format!("did you mean `{meant}`?")).replacement(meant),
            None => self.help(help()),
        }
    }

    /// Says what to write at the place instead.
    #[must_use]
    pub fn replacement(mut self, name: impl Into<String>) -> Self {
        self.replacement = Some(name.into());
        self
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
