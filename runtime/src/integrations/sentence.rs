//! What a body says that is about to be replaced: for the log, so that nothing is lost in silence.

use alloc::format;
use alloc::string::String;

/// The most bytes of a body that are read.
pub(crate) const MOST: u64 = 1024;

/// What is known of a body without looking at it.
pub(crate) struct BodyHead<'h> {
    /// The value of `Content-Type`.
    pub(crate) media_type: Option<&'h str>,
    /// Whether it has a `Content-Encoding`.
    pub(crate) is_encoded: bool,
    /// How many bytes it has.
    pub(crate) length: Option<u64>,
}

impl BodyHead<'_> {
    /// The text of the body if it is short, and `read` has it; else, what sort of body it is. `None` where it is
    /// empty.
    pub(crate) fn sentence(&self, read: impl FnOnce() -> Option<String>) -> Option<String> {
        if self.length == Some(0) {
            return None;
        }
        let is_text =
            self.media_type.is_some_and(|media_type| media_type.starts_with("text/plain"));
        let is_short = self.length.is_some_and(|length| length <= MOST);
        if is_text
            && is_short
            && !self.is_encoded
            && let Some(text) = read()
        {
            return Some(text);
        }
        let media_type = self.media_type.unwrap_or("an unknown type");
        Some(match self.length {
            Some(length) => format!("a body of {media_type}, {length} bytes"),
            None => format!("a body of {media_type}"),
        })
    }
}
