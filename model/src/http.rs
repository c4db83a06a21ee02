//! The syntax of header names and header values (RFC 9110 §5).

use std::ops::Range;

/// A mistake in a string: the bytes that it concerns, and what is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// Empty at the end of the string, where something is missing.
    pub(crate) at: Range<usize>,
    pub(crate) message: String,
}

impl Mistake {
    pub(crate) fn new(at: Range<usize>, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }
}

/// A character as a sentence names it.
pub(crate) fn named(character: char) -> String {
    match character {
        ' ' => "a blank".to_owned(),
        _ if character.is_control() => format!("U+{:04X}", u32::from(character)),
        _ => format!("`{character}`"),
    }
}

/// What keeps a string from being the name of a header, a token (RFC 9110 §5.6.2).
pub(crate) fn name_mistake(name: &str) -> Option<Mistake> {
    if name.is_empty() {
        return Some(Mistake::new(0..0, "this header’s name is empty"));
    }
    let (at, character) = name.char_indices().find(|(_, character)| !is_token(*character))?;
    let message = format!("no header’s name has {} in it", named(character));
    Some(Mistake::new(at..at + character.len_utf8(), message))
}

/// What keeps a string from being the value of a header (RFC 9110 §5.5). HTTP allows an empty value; a
/// catalog has no use for one.
pub(crate) fn value_mistake(value: &str) -> Option<Mistake> {
    const BLANKS: [char; 2] = [' ', '\t'];
    if value.is_empty() {
        return Some(Mistake::new(0..0, "this header has no value"));
    }
    let trimmed = value.trim_start_matches(BLANKS);
    if trimmed.len() < value.len() {
        let at = 0..value.len() - trimmed.len();
        return Some(Mistake::new(at, "no header’s value begins with a blank"));
    }
    if let Some((at, character)) = value.char_indices().find(|(_, c)| c.is_control() && *c != '\t')
    {
        let message = format!("no header’s value has {} in it", named(character));
        return Some(Mistake::new(at..at + character.len_utf8(), message));
    }
    let end = value.trim_end_matches(BLANKS).len();
    (end < value.len())
        .then(|| Mistake::new(end..value.len(), "no header’s value ends with a blank"))
}

/// What keeps a string from being the value of a header that answers have. Beyond ASCII, recipients agree
/// on nothing (RFC 9110 §5.5).
pub(crate) fn ascii_value_mistake(value: &str) -> Option<Mistake> {
    value_mistake(value).or_else(|| {
        let (at, character) = value.char_indices().find(|(_, character)| !character.is_ascii())?;
        let message = format!("this header’s value has `{character}` in it, which is not ASCII");
        Some(Mistake::new(at..at + character.len_utf8(), message))
    })
}

/// Why a catalog sets no header of a name, and what to do instead; `None` where it may.
pub(crate) fn set_by_others(name: &str) -> Option<(&'static str, &'static str)> {
    /// Those of one connection (RFC 9110 §7.6.1), and those that delimit a message.
    const OF_CONNECTIONS: [&str; 9] = [
        "Connection",
        "Content-Length",
        "Keep-Alive",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Content-Encoding",
        "Content-Range",
    ];
    let is = |known: &&str| known.eq_ignore_ascii_case(name);
    if is(&"Content-Type") {
        return Some(("`media_type` says it", "write `media_type` under `[body]`"));
    }
    let is_of_connection = OF_CONNECTIONS.iter().any(is);
    let reason = "it is about how the message is sent, which the server decides";
    is_of_connection.then_some((reason, "leave it out (RFC 9110 §6.4, §7.6)"))
}

/// A character of a token (RFC 9110 §5.6.2).
pub(crate) fn is_token(character: char) -> bool {
    character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character)
}
