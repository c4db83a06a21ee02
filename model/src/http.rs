//! The syntax of header names, header values and media types (RFC 9110 §5 and §8.3.1).

use std::ops::Range;

/// A mistake in a string: the bytes that it concerns, and what is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// Empty at the end of the string, where something is missing.
    pub(crate) at: Range<usize>,
    pub(crate) message: String,
}

/// What keeps a string from being the name of a header, a token (RFC 9110 §5.6.2).
pub(crate) fn name_mistake(name: &str) -> Option<Mistake> {
    if name.is_empty() {
        return Some(Mistake { at: 0..0, message: "this header’s name is empty".to_owned() });
    }
    let (at, character) = name.char_indices().find(|(_, character)| !is_token(*character))?;
    Some(Mistake {
        at: at..at + character.len_utf8(),
        message: format!("no header’s name has `{}` in it", character.escape_debug()),
    })
}

/// What keeps a string from being the value of a header (RFC 9110 §5.5). HTTP allows an empty value; a
/// catalog has no use for one.
pub(crate) fn value_mistake(value: &str) -> Option<Mistake> {
    let is_blank = |character: &char| matches!(character, ' ' | '\t');
    let mistake = |at, message: &str| Some(Mistake { at, message: message.to_owned() });
    if value.is_empty() {
        return mistake(0..0, "this header has no value");
    }
    if value.starts_with([' ', '\t']) {
        return mistake(0..1, "no header’s value begins with a blank");
    }
    if let Some((at, character)) = value.char_indices().find(|(_, c)| c.is_control() && *c != '\t')
    {
        return Some(Mistake {
            at: at..at + character.len_utf8(),
            message: format!("no header’s value has U+{:04X} in it", u32::from(character)),
        });
    }
    if value.chars().next_back().is_some_and(|last| is_blank(&last)) {
        return mistake(value.len() - 1..value.len(), "no header’s value ends with a blank");
    }
    None
}

/// What keeps a string from being a media type: `type/subtype`, and parameters behind semicolons
/// (RFC 9110 §8.3.1).
pub(crate) fn media_type_mistake(media_type: &str) -> Option<Mistake> {
    let mut reader = MediaType { text: media_type, at: 0 };
    let message = reader.read().err()?;
    let length = reader.rest().chars().next().map_or(0, char::len_utf8);
    Some(Mistake {
        at: reader.at..reader.at + length,
        message: format!("this is no media type: {message}"),
    })
}

struct MediaType<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> MediaType<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Reads to the end, or up to a mistake.
    fn read(&mut self) -> Result<(), &'static str> {
        self.token("expected a type such as `application`")?;
        self.character('/', "expected `/` and a subtype")?;
        self.token("expected a subtype such as `json`")?;
        loop {
            let end = self.at;
            self.skip_blanks();
            if self.rest().is_empty() && self.at == end {
                return Ok(());
            }
            if !self.rest().starts_with(';') {
                self.at = end;
            }
            self.character(';', "expected `;` and a parameter, or the end")?;
            self.skip_blanks();
            self.token("expected a parameter such as `charset=utf-8`")?;
            self.character('=', "expected `=` and a value")?;
            if self.rest().starts_with('"') {
                self.quoted()?;
            } else {
                self.token("expected a value")?;
            }
        }
    }

    fn skip_blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t']).len();
    }

    fn token(&mut self, expected: &'static str) -> Result<(), &'static str> {
        let rest = self.rest();
        let length = rest.find(|character| !is_token(character)).unwrap_or(rest.len());
        if length == 0 {
            return Err(expected);
        }
        self.at += length;
        Ok(())
    }

    fn character(&mut self, wanted: char, expected: &'static str) -> Result<(), &'static str> {
        if !self.rest().starts_with(wanted) {
            return Err(expected);
        }
        self.at += wanted.len_utf8();
        Ok(())
    }

    /// A quoted string (RFC 9110 §5.6.4).
    fn quoted(&mut self) -> Result<(), &'static str> {
        let open = self.at;
        self.at += 1;
        let mut is_escaped = false;
        for (at, character) in self.text[self.at..].char_indices() {
            if character.is_control() && character != '\t' {
                self.at += at;
                return Err("a quoted value has no control characters");
            }
            match character {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => {
                    self.at += at + 1;
                    return Ok(());
                }
                _ => {}
            }
        }
        self.at = open;
        Err("this quoted value is not closed")
    }
}

/// A character of a token (RFC 9110 §5.6.2).
fn is_token(character: char) -> bool {
    character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character)
}
