//! The syntax of media types (RFC 9110 §8.3.1), and what bodies of each are.

use std::ops::Range;

use crate::http::{Mistake, is_token, named};

/// What keeps a string from being a media type: `type/subtype`, and parameters behind semicolons.
pub(crate) fn mistake(media_type: &str) -> Option<Mistake> {
    MediaType { text: media_type, at: 0 }.read().err()
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
    /// Reads to the end, or up to a mistake.
    fn read(&mut self) -> Result<(), Mistake> {
        let main = self.token("expected a type such as `application`")?;
        if self.rest().is_empty() {
            return Err(Mistake::new(main, "this media type has no `/` and no subtype"));
        }
        self.character('/', "expected `/` and a subtype")?;
        self.token("expected a subtype such as `json`")?;
        let range = 0..self.at;
        if self.text[range.clone()].split('/').any(|part| part == "*") {
            return Err(Mistake::new(range, "this is a range of media types, and a body has one"));
        }
        self.parameters()
    }

    fn parameters(&mut self) -> Result<(), Mistake> {
        loop {
            let end = self.at;
            self.skip_blanks();
            if self.rest().is_empty() && self.at > end {
                return Err(Mistake::new(end..self.at, "no media type ends with a blank"));
            }
            if self.rest().is_empty() {
                return Ok(());
            }
            if !self.rest().starts_with(';') {
                self.at = end;
            }
            let semicolon = self.character(';', "expected `;` and a parameter, or the end")?;
            self.skip_blanks();
            if self.rest().is_empty() {
                return Err(Mistake::new(semicolon, "there is no parameter behind this `;`"));
            }
            let name = self.token("expected a parameter such as `charset=utf-8`")?;
            let equals = match self.rest() {
                "" => return Err(Mistake::new(name, "this parameter has no value")),
                _ => self.character('=', "expected `=` and a value, without blanks")?,
            };
            match self.rest().chars().next() {
                None => return Err(Mistake::new(equals, "there is no value behind this `=`")),
                Some('"') => self.quoted()?,
                Some(_) => {
                    self.token("expected a value, without blanks")?;
                }
            }
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn skip_blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t']).len();
    }

    fn token(&mut self, expected: &str) -> Result<Range<usize>, Mistake> {
        let rest = self.rest();
        let length = rest.find(|character| !is_token(character)).unwrap_or(rest.len());
        if length == 0 {
            return Err(self.unexpected(expected));
        }
        self.at += length;
        Ok(self.at - length..self.at)
    }

    fn character(&mut self, wanted: char, expected: &str) -> Result<Range<usize>, Mistake> {
        if !self.rest().starts_with(wanted) {
            return Err(self.unexpected(expected));
        }
        self.at += wanted.len_utf8();
        Ok(self.at - wanted.len_utf8()..self.at)
    }

    /// The mistake at the next character, or at the end.
    fn unexpected(&self, expected: &str) -> Mistake {
        let next = self.rest().chars().next();
        let message = match next {
            Some(other) if !other.is_ascii() || other.is_control() => {
                format!("no media type has {} in it", named(other))
            }
            _ => format!("this is no media type: {expected}"),
        };
        Mistake::new(self.at..self.at + next.map_or(0, char::len_utf8), message)
    }

    /// A quoted string (RFC 9110 §5.6.4). Beyond ASCII, recipients agree on nothing (§5.5).
    fn quoted(&mut self) -> Result<(), Mistake> {
        let open = self.at;
        let mut is_escaped = false;
        for (at, character) in self.rest().char_indices().skip(1) {
            if !character.is_ascii() || character.is_control() && character != '\t' {
                self.at += at;
                return Err(self.unexpected(""));
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
        Err(Mistake::new(open..open + 1, "this quoted value is not closed"))
    }
}

#[cfg(test)]
mod tests {
    use super::{mistake, other_than_json};

    #[test]
    fn media_types_have_no_mistake() {
        for media_type in [
            "application/json",
            "application/vnd.api+json;charset=utf-8",
            "application/json \t;\tcharset=utf-8; v=\"1; \\\"2\\\"\"",
            "Application/Problem+JSON",
        ] {
            assert_eq!(mistake(media_type), None, "{media_type}");
        }
    }

    /// What is wrong is between « and »; nothing is, where something is missing.
    #[test]
    fn mistakes_are_at_their_characters() {
        for (marked, message) in [
            ("«»", "this is no media type: expected a type such as `application`"),
            ("«json»", "this media type has no `/` and no subtype"),
            ("« »application/json", "this is no media type: expected a type such as `application`"),
            ("a« »b/c", "this is no media type: expected `/` and a subtype"),
            ("application/«»", "this is no media type: expected a subtype such as `json`"),
            ("application/«/»json", "this is no media type: expected a subtype such as `json`"),
            ("«*/*»;q=1", "this is a range of media types, and a body has one"),
            ("«application/*»", "this is a range of media types, and a body has one"),
            ("application/js«ö»n", "no media type has `ö` in it"),
            ("application/json«\r»\nX: y", "no media type has U+000D in it"),
            ("application/json« »", "no media type ends with a blank"),
            (
                "application/json«,»text/html",
                "this is no media type: expected `;` and a parameter, or the end",
            ),
            (
                "application/json« »v=1",
                "this is no media type: expected `;` and a parameter, or the end",
            ),
            ("application/json«;» ", "there is no parameter behind this `;`"),
            (
                "application/json;«;»v=1",
                "this is no media type: expected a parameter such as `charset=utf-8`",
            ),
            ("application/json;«charset»", "this parameter has no value"),
            ("application/json;charset«=»", "there is no value behind this `=`"),
            (
                "application/json;charset« »= 1",
                "this is no media type: expected `=` and a value, without blanks",
            ),
            (
                "application/json;charset=« »1",
                "this is no media type: expected a value, without blanks",
            ),
            ("application/json;v=«\"»1", "this quoted value is not closed"),
            ("application/json;v=«\"»1\\\"", "this quoted value is not closed"),
            ("application/json;v=\"«\u{7f}»\"", "no media type has U+007F in it"),
            ("application/json;v=\"\\«é»\"", "no media type has `é` in it"),
            (
                "application/json;v=\"1\"«x»",
                "this is no media type: expected `;` and a parameter, or the end",
            ),
        ] {
            let start = marked.find('«').expect("a mark");
            let end = marked.find('»').expect("a mark") - '«'.len_utf8();
            let found = mistake(&marked.replace(['«', '»'], "")).expect(marked);
            assert_eq!((found.at, &*found.message), (start..end, message), "{marked}");
        }
    }

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
