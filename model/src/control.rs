//! Control characters. Texts may have line breaks and tabs; the others are invisible, and some change
//! what a terminal does.

use crate::diagnostic::Diagnostic;
use crate::literal;
use crate::source::{Sources, Span};

/// Which control characters a string may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Allowed {
    Nothing,
    /// Line feeds, carriage returns and tabs.
    LineBreaks,
}

/// The first control character that is not allowed, and its byte offset.
pub(crate) fn first(text: &str, allowed: Allowed) -> Option<(usize, char)> {
    // A loop over bytes: a character iterator is twenty times slower in an unoptimised build, and every
    // text goes through here.
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        // 0xC2 begins U+0080 to U+009F, among others.
        if matches!(bytes[at], 0..0x20 | 0x7F | 0xC2)
            && let Some(character) = text[at..].chars().next()
            && character.is_control()
            && !(allowed == Allowed::LineBreaks && matches!(character, '\n' | '\r' | '\t'))
        {
            return Some((at, character));
        }
        at += 1;
    }
    None
}

/// The error for the first control character of a string, the value of the literal at `span`; `None`
/// where it has none.
pub(crate) fn diagnostic(
    what: &str,
    text: &str,
    span: Span,
    sources: &Sources,
    allowed: Allowed,
) -> Option<Diagnostic> {
    let (at, control) = first(text, allowed)?;
    let place = literal::place(sources, span, at..at + control.len_utf8());
    let help = match sources.text(place).strip_prefix('\\') {
        // Longer escapes name the control character; a single letter may have been meant as text.
        Some(escaped) if escaped.len() == 1 => {
            format!("leave it out, or write `\\\\{escaped}` for a backslash")
        }
        _ => "leave it out".to_owned(),
    };
    let message = format!("this {what} has a control character, U+{:04X}", u32::from(control));
    Some(Diagnostic::error(place, message).help(help))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn control_characters_are_those_of_unicode(text in "[\\PC\\n\\r\\t«\u{0}\u{1f}\u{7f}\u{80}\u{9f}\u{a0}]{0,8}") {
            let control = |c: &(usize, char)| c.1.is_control();
            prop_assert_eq!(first(&text, Allowed::Nothing), text.char_indices().find(control));
            let control = |c: &(usize, char)| c.1.is_control() && !matches!(c.1, '\n' | '\r' | '\t');
            prop_assert_eq!(first(&text, Allowed::LineBreaks), text.char_indices().find(control));
        }
    }
}
