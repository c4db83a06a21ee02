//! Texts with `{placeholders}` in them. `{{` and `}}` stand for braces.

use std::ops::Range;

/// A part of a template, and where it stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
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

/// A brace without its counterpart, at this byte of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoneBrace {
    /// Where.
    pub at: usize,
    /// Which.
    pub brace: char,
}

/// Whether there is anything to take apart. Nearly all texts have nothing.
pub(crate) fn has_braces(text: &str) -> bool {
    text.contains('{') || text.contains('}')
}

/// Takes a template apart.
///
/// # Errors
///
/// At the first brace that has no counterpart.
pub fn pieces(template: &str) -> Result<Vec<Piece<'_>>, LoneBrace> {
    let bytes = template.as_bytes();
    let mut pieces = Vec::new();
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
                    pieces.push(Piece::Text(&template[text..at]));
                }
                let range = at..at + length + 2;
                at = range.end;
                text = at;
                pieces.push(Piece::Placeholder { name: &inside[..length], range });
            }
            b'}' => return Err(LoneBrace { at, brace: '}' }),
            _ => at += 1,
        }
    }
    if text < bytes.len() {
        pieces.push(Piece::Text(&template[text..]));
    }
    Ok(pieces)
}

/// The names of a template's placeholders; none where a brace is left alone.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    let pieces = if has_braces(template) { pieces(template) } else { Ok(Vec::new()) };
    pieces.unwrap_or_default().into_iter().filter_map(|piece| match piece {
        Piece::Placeholder { name, .. } => Some(name),
        Piece::Text(_) => None,
    })
}

/// Text with its doubled braces made single.
pub fn unescape(text: &str) -> String {
    if has_braces(text) { text.replace("{{", "{").replace("}}", "}") } else { text.to_owned() }
}

/// Text with its braces doubled.
pub fn escape(text: &str) -> String {
    if has_braces(text) { text.replace('{', "{{").replace('}', "}}") } else { text.to_owned() }
}

/// Whether a placeholder or slot may be called so: `snake_case` in ASCII, as a field of Rust.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placeholder(name: &str, range: Range<usize>) -> Piece<'_> {
        Piece::Placeholder { name, range }
    }

    #[test]
    fn text_and_placeholders_alternate() {
        let expected = vec![Piece::Text("a "), placeholder("b", 2..5), placeholder("c", 5..8)];
        assert_eq!(pieces("a {b}{c}"), Ok(expected));
    }

    #[test]
    fn doubled_braces_are_text() {
        assert_eq!(pieces("{{a}} }}"), Ok(vec![Piece::Text("{{a}} }}")]));
        assert_eq!(unescape("{{a}} }}"), "{a} }");
    }

    #[test]
    fn a_brace_needs_its_counterpart() {
        assert_eq!(pieces("a {b"), Err(LoneBrace { at: 2, brace: '{' }));
        assert_eq!(pieces("a {b {c}"), Err(LoneBrace { at: 2, brace: '{' }));
        assert_eq!(pieces("a} b"), Err(LoneBrace { at: 1, brace: '}' }));
    }
}
