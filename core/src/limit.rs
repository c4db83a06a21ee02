//! Text of a limited number of characters.

use core::fmt::{self, Write};

use crate::text_out::TextOut;

/// Writes at most so many characters; where there are more, the last one written is `…`.
pub(crate) struct Limited<'w> {
    out: &'w mut dyn Write,
    /// Characters that may still be written; the last of them is kept in `held`.
    left: u32,
    held: Option<char>,
    cut: bool,
}

impl<'w> Limited<'w> {
    pub(crate) fn new(out: &'w mut dyn Write, max_length: u32) -> Self {
        Self { out, left: max_length, held: None, cut: false }
    }

    pub(crate) fn finish(self) -> fmt::Result {
        match self.held {
            Some(_) if self.cut => self.out.write_char('…'),
            Some(last) => self.out.write_char(last),
            None => Ok(()),
        }
    }
}

impl TextOut for Limited<'_> {}

impl Write for Limited<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // A text has no more characters than bytes, so that a short one need not be looked through.
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

/// Bytes of a text that are not the first of their character.
fn continuations(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte & 0xC0 == 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;

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
