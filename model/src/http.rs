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

/// What keeps a string from being the value of a header that answers have. Beyond ASCII, recipients agree
/// on nothing (RFC 9110 §5.5).
pub(crate) fn ascii_value_mistake(value: &str) -> Option<Mistake> {
    value_mistake(value).or_else(|| {
        let (at, character) = value.char_indices().find(|(_, character)| !character.is_ascii())?;
        Some(Mistake {
            at: at..at + character.len_utf8(),
            message: format!("this header’s value has `{character}` in it, which is not ASCII"),
        })
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

/// What bodies of a media type are, where it is known that they are not JSON; `None` for JSON, and for
/// types that say nothing of it.
pub(crate) fn other_than_json(media_type: &str) -> Option<&'static str> {
    let (full, _parameters) = media_type.split_once(';').unwrap_or((media_type, ""));
    let full = full.trim().to_ascii_lowercase();
    let (main, sub) = full.split_once('/')?;
    if sub.contains("json") {
        return None;
    }
    let suffix = sub.rsplit_once('+').map_or(sub, |(_, suffix)| suffix);
    match (main, suffix) {
        ("multipart", _) | (_, "x-www-form-urlencoded") => Some("a form"),
        (_, "xml" | "xml-dtd" | "xml-external-parsed-entity") => Some("XML"),
        (_, "html") => Some("HTML"),
        ("text", "plain" | "markdown") => Some("plain text"),
        ("text", "csv" | "tab-separated-values") => Some("a table of text"),
        (_, "yaml" | "x-yaml") => Some("YAML"),
        ("image" | "audio" | "video" | "font", _)
        | (
            "application",
            "octet-stream" | "pdf" | "zip" | "gzip" | "cbor" | "msgpack" | "x-msgpack"
            | "vnd.msgpack" | "protobuf" | "x-protobuf" | "grpc" | "grpc-web",
        ) => Some("binary"),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::other_than_json;

    #[test]
    fn types_of_json_and_unknown_ones_are_free() {
        for json in [
            "application/json",
            "Application/JSON ; charset=utf-8",
            "application/problem+json",
            "application/vnd.api+json",
            "application/x-amz-json-1.0",
            "application/x-amz-json-1.1",
            "text/json",
            "application/json-seq",
            "application/vnd.house.error",
            "text/javascript",
            "xml",
            "",
        ] {
            assert_eq!(other_than_json(json), None, "{json}");
        }
    }

    #[test]
    fn the_kinds_that_are_not_json_are_known() {
        for (kind, types) in [
            (
                "XML",
                &["application/xml", "text/xml", "application/problem+xml", "IMAGE/SVG+XML"][..],
            ),
            ("a form", &["application/x-www-form-urlencoded;charset=utf-8", "multipart/form-data"]),
            ("HTML", &["text/html ; charset=utf-8"]),
            ("plain text", &["text/plain"]),
            ("YAML", &["application/yaml", "application/problem+yaml"]),
            ("binary", &["application/x-protobuf", "image/png", "application/problem+cbor"]),
        ] {
            for media_type in types {
                assert_eq!(other_than_json(media_type), Some(kind), "{media_type}");
            }
        }
    }
}
