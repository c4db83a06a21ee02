//! Templates: text with `{placeholders}`, `{{` and `}}` for braces.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

/// What stands for a placeholder that nobody has filled.
pub(crate) const UNFILLED: &str = "…";

/// A part of a template.
enum Piece<'t> {
    /// Text as it is to be shown.
    Text(&'t str),
    /// The name between braces.
    Placeholder(&'t str),
}

/// The parts of a template, in order.
struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let template = self.0;
        let brace = template.find(['{', '}']).unwrap_or(template.len());
        let (piece, rest) = if brace > 0 {
            (Piece::Text(&template[..brace]), &template[brace..])
        } else if template.is_empty() {
            return None;
        } else if template.starts_with("{{") || template.starts_with("}}") {
            (Piece::Text(&template[..1]), &template[2..])
        } else if let Some((name, rest)) = template[1..].split_once('}') {
            (Piece::Placeholder(name), rest)
        } else {
            // A brace alone, which no catalog has.
            (Piece::Text(template), "")
        };
        self.0 = rest;
        Some(piece)
    }
}

/// Writes a template, asking for each placeholder's text.
pub(crate) fn fill<'t>(
    template: &'t str,
    out: &mut dyn Write,
    placeholder: &mut dyn FnMut(&'t str, &mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    for piece in Pieces(template) {
        match piece {
            Piece::Text(text) => out.write_str(text)?,
            Piece::Placeholder(name) => placeholder(name, out)?,
        }
    }
    Ok(())
}

/// What stands for each placeholder of a template in a text; `None` where the text is not of the
/// template, or where two placeholders stand side by side and nothing tells them apart.
///
/// A value ends at the first place where the template's next words stand, the last value where its
/// last words do.
pub(crate) fn extract<'t>(template: &'t str, text: &'t str) -> Option<Vec<(&'t str, &'t str)>> {
    // Each placeholder with the words behind it, the words before the first one under no name.
    let mut parts = alloc::vec![("", String::new())];
    for piece in Pieces(template) {
        match piece {
            Piece::Text(text) => parts.last_mut()?.1.push_str(text),
            Piece::Placeholder(name) => parts.push((name, String::new())),
        }
    }
    let mut rest = text.strip_prefix(parts[0].1.as_str())?;
    let mut values = Vec::new();
    for (at, (name, words)) in parts.iter().enumerate().skip(1) {
        let is_last = at + 1 == parts.len();
        let (value, behind) = if is_last {
            (rest.strip_suffix(words.as_str())?, "")
        } else if words.is_empty() {
            return None;
        } else {
            rest.split_once(words.as_str())?
        };
        values.push((*name, value));
        rest = behind;
    }
    rest.is_empty().then_some(values)
}

/// Cuts text after so many characters; text that is cut ends in `…`.
pub(crate) struct Limited<'w> {
    out: &'w mut dyn Write,
    /// Characters that may still be written, the last of which is held back.
    left: u32,
    held: Option<char>,
    cut: bool,
}

impl<'w> Limited<'w> {
    pub(crate) fn new(out: &'w mut dyn Write, most: u32) -> Self {
        Self { out, left: most, held: None, cut: false }
    }

    pub(crate) fn finish(self) -> fmt::Result {
        match self.held {
            Some(_) if self.cut => self.out.write_char('…'),
            Some(last) => self.out.write_char(last),
            None => Ok(()),
        }
    }
}

impl Write for Limited<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // No more characters than bytes: what is short enough goes through as it is.
        if let Ok(bytes) = u32::try_from(text.len())
            && bytes < self.left
        {
            self.left -= bytes - continuations(text);
            return self.out.write_str(text);
        }
        for character in text.chars() {
            match self.left {
                0 => {
                    self.cut = true;
                    return Ok(());
                }
                1 => self.held = Some(character),
                _ => self.out.write_char(character)?,
            }
            self.left -= 1;
        }
        Ok(())
    }
}

/// Bytes of a text that begin no character.
fn continuations(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte & 0xC0 == 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str) -> String {
        let mut out = String::new();
        fill(template, &mut out, &mut |name, out| write!(out, "<{name}>"))
            .expect("a string takes all");
        out
    }

    #[test]
    fn placeholders_are_filled_and_braces_made_single() {
        assert_eq!(filled("a {b} c{d}"), "a <b> c<d>");
        assert_eq!(filled("{{a}} {b} }}{{"), "{a} <b> }{");
        assert_eq!(filled(""), "");
    }

    #[test]
    fn values_are_read_back() {
        let read = |template, text| extract(template, text).unwrap_or_default();
        assert_eq!(read("a {b} c {d}.", "a 1 c 2."), [("b", "1"), ("d", "2")]);
        assert_eq!(read("{b} of {d}", "1 of 2 of 3"), [("b", "1"), ("d", "2 of 3")]);
        assert_eq!(read("{{{b}}}", "{x}"), [("b", "x")]);
        assert_eq!(extract("a {b}.", "c 1."), None);
        assert_eq!(extract("{a}{b}", "12"), None);
        assert_eq!(extract("a", "a"), Some(Vec::new()));
    }

    fn limited(pieces: &[&str], most: u32) -> String {
        let mut out = String::new();
        let mut limited = Limited::new(&mut out, most);
        for piece in pieces {
            limited.write_str(piece).expect("a string takes all");
        }
        limited.finish().expect("a string takes all");
        out
    }

    #[test]
    fn text_is_cut_at_a_character() {
        assert_eq!(limited(&["abcd"], 4), "abcd");
        assert_eq!(limited(&["abcde"], 4), "abc…");
        assert_eq!(limited(&["éé", "éé"], 4), "éééé");
        assert_eq!(limited(&["éé", "éé", "é"], 4), "ééé…");
        assert_eq!(limited(&["ab"], 1), "…");
        assert_eq!(limited(&["a"], 1), "a");
        assert_eq!(limited(&["a"], 0), "");
    }
}
