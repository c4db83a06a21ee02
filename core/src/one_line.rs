//! Text from somebody else as part of one line of a log.

use core::fmt::{self, Write};

/// Writes text into one line: control characters, and those that change the direction of text, are escaped.
/// What is written cannot begin a line of its own.
///
/// ```
/// use core::fmt::Write as _;
///
/// use api_error_catalog_core::OneLine;
///
/// let mut line = String::new();
/// write!(OneLine(&mut line), "disk\nfull")?;
/// assert_eq!(line, r"disk\nfull");
/// # Ok::<(), core::fmt::Error>(())
/// ```
#[derive(Debug)]
pub struct OneLine<W>(pub W);

impl<W: Write> Write for OneLine<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((start, character)) = first_hidden(rest) {
            self.0.write_str(&rest[..start])?;
            write!(self.0, "{}", character.escape_debug())?;
            rest = &rest[start + character.len_utf8()..];
        }
        self.0.write_str(rest)
    }

    fn write_char(&mut self, character: char) -> fmt::Result {
        if is_shown(character) {
            self.0.write_char(character)
        } else {
            write!(self.0, "{}", character.escape_debug())
        }
    }
}

/// The first character that is not shown, and where it is.
fn first_hidden(text: &str) -> Option<(usize, char)> {
    // Most texts are ASCII from end to end.
    let start = text.bytes().position(|byte| !matches!(byte, b' '..=b'~'))?;
    let mut characters = text[start..].char_indices();
    let (at, character) = characters.find(|(_, character)| !is_shown(*character))?;
    Some((start + at, character))
}

/// Whether a character does nothing but be seen: it breaks no line, and turns no text around.
fn is_shown(character: char) -> bool {
    !(character.is_control()
        || matches!(character,
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}
