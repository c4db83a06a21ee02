//! Parses JSON (RFC 8259) into a tree, with the span of every key and value. A key that stands twice is
//! an error here, where most readers keep the last and say nothing.

use std::borrow::Cow;

use api_error_catalog_core::json::is_number;

use crate::diagnostic::Diagnostic;
use crate::finding::Findings;
use crate::source::{FileId, Span, Spanned, offset};
use crate::tree::{DEEPEST, Key, SourceValue, Table, ValueKind, duplicate_key};

/// The file's object, as far as it could be read; what could not has been reported by then.
pub(crate) fn parse<'s>(text: &'s str, file: FileId, diagnostics: &mut Findings) -> Table<'s> {
    let mut parser =
        Parser { text, file, at: 0, depth: 0, stopped: false, commented: false, diagnostics };
    parser.document()
}

/// The error has been reported, and parsing cannot go on.
struct Stop;

struct Parser<'s, 'f> {
    text: &'s str,
    file: FileId,
    at: usize,
    depth: u32,
    /// Parsing could not go on; what has been read until then is kept.
    stopped: bool,
    /// A comment has been reported.
    commented: bool,
    diagnostics: &'f mut Findings,
}

impl<'s> Parser<'s, '_> {
    fn document(&mut self) -> Table<'s> {
        self.skip_blank();
        if self.peek() != Some(b'{') {
            self.diagnostics.unread_file(
                Diagnostic::error(self.here(), "a catalog in JSON is an object, and this is none").help(
                    "write `{` and `}` around it, or name the file `.toml` if that is what it is",
                ),
            );
            return Table::default();
        }
        let root = self.object();
        self.skip_blank();
        if self.at < self.text.len() && !self.stopped {
            self.complain(self.here(), "expected the end of the file");
        }
        root
    }

    fn value(&mut self) -> Result<SourceValue<'s>, Stop> {
        self.skip_blank();
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => self.nested(|parser| ValueKind::Table(parser.object()))?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => ValueKind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b'\'') => self.single_quoted(),
            _ => self.word()?,
        };
        Ok(SourceValue { kind: value, span: self.since(start) })
    }

    fn nested(&mut self, read: fn(&mut Self) -> ValueKind<'s>) -> Result<ValueKind<'s>, Stop> {
        if self.depth == DEEPEST {
            return self.stop(self.here(), "values nest too deeply");
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        Ok(value)
    }

    fn object(&mut self) -> Table<'s> {
        let mut table = Table::default();
        self.list(b'}', |parser| {
            let key = parser.key()?;
            if !parser.colon(&key) {
                return Ok(());
            }
            let node = parser.value()?;
            match table.get(&key.value) {
                Some(first) => parser.diagnostics.add(duplicate_key(&key, first.key.span)),
                None => {
                    table.push(key, node);
                }
            }
            Ok(())
        });
        table
    }

    fn array(&mut self) -> ValueKind<'s> {
        let mut items = Vec::new();
        self.list(b']', |parser| {
            items.push(parser.value()?);
            Ok(())
        });
        ValueKind::Array(items)
    }

    /// Items between an opening bracket, commas and the closing one. A comma too many or too few is
    /// an error that one can go on after.
    fn list(&mut self, close: u8, mut item: impl FnMut(&mut Self) -> Result<(), Stop>) {
        let open = self.here();
        self.at += 1;
        self.skip_blank();
        while self.peek() != Some(close) {
            if self.peek().is_none() {
                return self.unclosed(open, close);
            }
            if item(self).is_err() || self.stopped {
                return;
            }
            self.skip_blank();
            match self.peek() {
                Some(b',') => {
                    let comma = self.here();
                    self.at += 1;
                    self.skip_blank();
                    if self.peek() == Some(close) {
                        self.complain(comma, "JSON has no comma after the last item");
                    }
                }
                Some(byte) if byte == close => {}
                Some(
                    b'"' | b'\'' | b'{' | b'[' | b'-' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9',
                ) => {
                    self.complain(self.here(), "expected `,` before this");
                }
                None => return self.unclosed(open, close),
                Some(_) => {
                    let message = format!("expected `,` or `{}`", char::from(close));
                    self.complain(self.here(), &message);
                    self.stopped = true;
                    return;
                }
            }
        }
        self.at += 1;
    }

    fn unclosed(&mut self, open: Span, close: u8) {
        let help = format!("add the `{}` that closes it", char::from(close));
        self.complain_with(open, "this bracket is not closed", help);
        self.stopped = true;
    }

    fn key(&mut self) -> Result<Key<'s>, Stop> {
        let start = self.at;
        if self.peek() == Some(b'"') {
            let value = self.string()?;
            return Ok(Spanned { value, span: self.since(start) });
        }
        let rest = &self.text[start..];
        let ends =
            |c: char| matches!(c, ':' | ',' | '{' | '}' | '[' | ']' | '"') || c.is_whitespace();
        let written = &rest[..rest.find(ends).unwrap_or(rest.len())];
        if written.is_empty() {
            return self.stop(self.here(), "expected a key in double quotes");
        }
        self.at += written.len();
        let span = self.since(start);
        let name = written.trim_matches('\'');
        self.complain_with(
            span,
            "a key is written in double quotes",
            format!("write `\"{name}\"`"),
        );
        Ok(Spanned { value: Cow::Borrowed(name), span })
    }

    /// The colon between a key and its value; false where neither is there.
    fn colon(&mut self, key: &Key<'s>) -> bool {
        self.skip_blank();
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(b'=') => {
                self.complain(self.here(), "expected `:` here");
                self.at += 1;
            }
            None | Some(b',' | b'}' | b']') => {
                self.complain(key.span, "this key has no value");
                return false;
            }
            Some(_) => self.complain(self.here(), "expected `:` before this"),
        }
        true
    }

    fn string(&mut self) -> Result<Cow<'s, str>, Stop> {
        let open = self.at;
        self.at += 1;
        let mut owned = String::new();
        let mut plain = self.at;
        loop {
            match self.peek() {
                None | Some(b'\n' | b'\r') => {
                    return self.stop(self.since(open), "this string is not closed");
                }
                Some(b'"') => {
                    let rest = &self.text[plain..self.at];
                    self.at += 1;
                    return Ok(if owned.is_empty() {
                        Cow::Borrowed(rest)
                    } else {
                        Cow::Owned(owned + rest)
                    });
                }
                Some(b'\\') => {
                    owned.push_str(&self.text[plain..self.at]);
                    owned.push(self.escape());
                    plain = self.at;
                }
                Some(byte) => {
                    if byte < 0x20 {
                        let message = "a control character has to be escaped in JSON";
                        self.complain(self.here(), message);
                    }
                    self.at += 1;
                }
            }
        }
    }

    /// The character that an escape stands for; U+FFFD for a wrong one, which is complained about.
    fn escape(&mut self) -> char {
        let start = self.at;
        self.at += 1;
        let simple = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => Some(char::from(byte)),
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            Some(b'n') => Some('\n'),
            Some(b'r') => Some('\r'),
            Some(b't') => Some('\t'),
            _ => None,
        };
        if let Some(simple) = simple {
            self.at += 1;
            return simple;
        }
        let character = self.unit().and_then(|first| match first {
            0xD800..=0xDBFF => {
                self.unit().filter(|second| (0xDC00..=0xDFFF).contains(second)).and_then(|second| {
                    char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
                })
            }
            first => char::from_u32(first),
        });
        character.unwrap_or_else(|| {
            self.at = self.at.max(start + 1);
            let help = "write `\\\\` for a backslash".to_owned();
            self.complain_with(self.since(start), "there is no such escape in JSON", help);
            char::REPLACEMENT_CHARACTER
        })
    }

    /// `u` and four hexadecimal digits, the backslash before them read for a second one.
    fn unit(&mut self) -> Option<u32> {
        let rest = &self.text[self.at..];
        let rest = rest.strip_prefix('\\').unwrap_or(rest);
        let digits = rest.strip_prefix('u')?.get(..4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at = self.text.len() - rest.len() + 5;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> ValueKind<'s> {
        let start = self.at;
        let more = |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        self.at += self.text.as_bytes()[start..].iter().take_while(|byte| more(byte)).count();
        let written = &self.text[start..self.at];
        if !is_number(written) {
            self.complain(self.since(start), "there is no such number in JSON");
            return ValueKind::Broken;
        }
        written.parse().map_or(ValueKind::Number(Cow::Borrowed(written)), ValueKind::Integer)
    }

    fn single_quoted(&mut self) -> ValueKind<'s> {
        let start = self.at;
        let line = self.text[start..].lines().next().unwrap_or_default();
        let close = line[1..].find('\'').map(|length| 1 + length);
        self.at += close.map_or(line.len(), |close| close + 1);
        self.complain(self.since(start), "a string is written in double quotes");
        close.map_or(ValueKind::Broken, |close| ValueKind::String(Cow::Borrowed(&line[1..close])))
    }

    fn word(&mut self) -> Result<ValueKind<'s>, Stop> {
        let start = self.at;
        let rest = &self.text[start..];
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let word = &rest[..length];
        self.at += length;
        Ok(match word {
            "true" => ValueKind::Boolean(true),
            "false" => ValueKind::Boolean(false),
            "null" => ValueKind::Null,
            "" => return self.stop(self.here(), "expected a value"),
            _ => {
                let known = ["true", "false", "null"];
                let help = match known.iter().find(|known| known.eq_ignore_ascii_case(word)) {
                    Some(known) => format!("write `{known}`"),
                    None => "a string is written in double quotes".to_owned(),
                };
                self.complain_with(self.since(start), "expected a value", help);
                ValueKind::Broken
            }
        })
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes blanks, and comments, which are reported once.
    fn skip_blank(&mut self) {
        loop {
            while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
                self.at += 1;
            }
            let rest = &self.text[self.at..];
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else {
                return;
            };
            let start = self.at;
            self.at += length;
            if !std::mem::replace(&mut self.commented, true) {
                let help = "leave them out; a TOML catalog can have some".to_owned();
                self.complain_with(self.since(start), "JSON has no comments", help);
            }
        }
    }

    /// The character at hand, or the end of the file.
    fn here(&self) -> Span {
        let length = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.place(self.at, self.at + length.map_or(0, char::len_utf8))
    }

    fn since(&self, start: usize) -> Span {
        self.place(start, self.at)
    }

    fn place(&self, start: usize, end: usize) -> Span {
        Span { file: self.file, start: offset(start), end: offset(end) }
    }

    fn complain(&mut self, span: Span, message: &str) {
        let message = format!("this is not valid JSON: {message}");
        self.diagnostics.unread_file(Diagnostic::error(span, message));
    }

    fn complain_with(&mut self, span: Span, message: &str, help: String) {
        let message = format!("this is not valid JSON: {message}");
        self.diagnostics.unread_file(Diagnostic::error(span, message).help(help));
    }

    fn stop<T>(&mut self, span: Span, message: &str) -> Result<T, Stop> {
        self.complain(span, message);
        self.stopped = true;
        Err(Stop)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::Sources;

    /// Whether the text is an object without a mistake, to us and to the reference.
    fn both(text: &str) -> (bool, bool) {
        let mut diagnostics = Findings::default();
        let file = Sources::default().add("test.json".to_owned(), String::new());
        parse(text, file, &mut diagnostics);
        let ours = diagnostics.is_empty();
        let reference = serde_json::from_str::<serde_json::Value>(text);
        (ours, reference.is_ok_and(|value| value.is_object()))
    }

    #[test]
    fn what_is_valid_is_valid_to_the_reference_too() {
        for text in [
            "{}",
            r#"{"a": [1, -0, 1.5e+3, true, false, null, "\u00e9\ud83d\ude00\/\b"]}"#,
            r#"{"a": 01}"#,
            r#"{"a": 1.}"#,
            r#"{"a": "\x"}"#,
            r#"{"a": "\ud83d"}"#,
            r#"{"a": 1,}"#,
            r#"{"a" 1}"#,
            r#"{"a": 1} x"#,
            r#"{"a": nul}"#,
            "{\"a\": \"\t\"}",
            "[]",
            "",
        ] {
            let (ours, reference) = both(text);
            assert_eq!(ours, reference, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn anything_like_json_is_judged_as_the_reference_judges_it(
            text in "[{][\\[\\]{}:,\"\\\\abtrue01.e \n-]{0,20}[}]"
        ) {
            let (ours, reference) = both(&text);
            // A key that stands twice is a mistake here only.
            prop_assert!(ours <= reference, "{}", text);
            if !text.contains(',') {
                prop_assert_eq!(ours, reference, "{}", text);
            }
        }
    }
}
