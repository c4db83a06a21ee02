//! Templates: text with `{placeholders}`, `{{` and `}}` for braces.

use core::fmt::{self, Write};

/// What stands for a placeholder that nobody has filled.
pub(crate) const UNFILLED: &str = "…";

/// Writes a template, asking for each placeholder's text.
pub(crate) fn fill(
    template: &str,
    out: &mut dyn Write,
    placeholder: &mut dyn FnMut(&str, &mut dyn Write) -> fmt::Result,
) -> fmt::Result {
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, brace) = rest.split_at(at);
        out.write_str(text)?;
        rest = match brace.strip_prefix("{{").map(|rest| ("{", rest)) {
            Some((brace, rest)) => {
                out.write_str(brace)?;
                rest
            }
            None => match brace.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
                Some((name, rest)) => {
                    placeholder(name, out)?;
                    rest
                }
                None => {
                    out.write_str("}")?;
                    brace.strip_prefix("}}").unwrap_or("")
                }
            },
        };
    }
    out.write_str(rest)
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
    use alloc::string::String;

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
