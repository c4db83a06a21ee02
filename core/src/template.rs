//! Texts with `{placeholders}` in them; `{{` and `}}` stand for braces.
//!
//! The grammar is [`parts`]. A catalog keeps a template as pieces, so that nothing is
//! parsed when a body is written or read.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

/// What stands for a parameter without a value.
pub const UNFILLED: &str = "…";

/// A part of a template, and where it stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplatePart<'t> {
    /// Text as it is written, a doubled brace still doubled.
    Text(&'t str),
    /// The inside of `{…}`.
    Placeholder {
        /// What stands between the braces.
        name: &'t str,
        /// The bytes of the template it takes, braces included.
        range: Range<usize>,
    },
}

/// A brace without its counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoneBrace {
    /// The byte of the template.
    pub at: usize,
    /// `{` or `}`.
    pub brace: char,
}

/// Whether a text has braces. Nearly all have none.
pub fn has_braces(text: &str) -> bool {
    text.contains('{') || text.contains('}')
}

/// Takes a template apart.
///
/// # Errors
///
/// At the first brace that has no counterpart.
pub fn parts(template: &str) -> Result<Vec<TemplatePart<'_>>, LoneBrace> {
    let bytes = template.as_bytes();
    let mut parts = Vec::new();
    let mut text = 0;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'}' if bytes.get(at + 1) == Some(&bytes[at]) => at += 2,
            b'{' => {
                let inside = &template[at + 1..];
                let length = inside.find(['{', '}']).filter(|end| inside.as_bytes()[*end] == b'}');
                let Some(length) = length else { return Err(LoneBrace { at, brace: '{' }) };
                if text < at {
                    parts.push(TemplatePart::Text(&template[text..at]));
                }
                let range = at..at + length + 2;
                at = range.end;
                text = at;
                parts.push(TemplatePart::Placeholder { name: &inside[..length], range });
            }
            b'}' => return Err(LoneBrace { at, brace: '}' }),
            _ => at += 1,
        }
    }
    if text < bytes.len() {
        parts.push(TemplatePart::Text(&template[text..]));
    }
    Ok(parts)
}

/// The names of a template's placeholders; none where a brace has no counterpart.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    let parts = if has_braces(template) { parts(template) } else { Ok(Vec::new()) };
    parts.unwrap_or_default().into_iter().filter_map(|part| match part {
        TemplatePart::Placeholder { name, .. } => Some(name),
        TemplatePart::Text(_) => None,
    })
}

/// Text with its doubled braces made single.
pub fn unescape(text: &str) -> String {
    if has_braces(text) { text.replace("{{", "{").replace("}}", "}") } else { text.to_string() }
}

/// Text with its braces doubled.
pub fn escape(text: &str) -> String {
    if has_braces(text) { text.replace('{', "{{").replace('}', "}}") } else { text.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholder(name: &str, range: Range<usize>) -> TemplatePart<'_> {
        TemplatePart::Placeholder { name, range }
    }

    #[test]
    fn text_and_placeholders_alternate() {
        let expected =
            Vec::from([TemplatePart::Text("a "), placeholder("b", 2..5), placeholder("c", 5..8)]);
        assert_eq!(parts("a {b}{c}"), Ok(expected));
    }

    #[test]
    fn doubled_braces_are_text() {
        assert_eq!(parts("{{a}} }}"), Ok(Vec::from([TemplatePart::Text("{{a}} }}")])));
        assert_eq!(unescape("{{a}} }}"), "{a} }");
    }

    #[test]
    fn a_brace_needs_its_counterpart() {
        assert_eq!(parts("a {b"), Err(LoneBrace { at: 2, brace: '{' }));
        assert_eq!(parts("a {b {c}"), Err(LoneBrace { at: 2, brace: '{' }));
        assert_eq!(parts("a} b"), Err(LoneBrace { at: 1, brace: '}' }));
    }
}
