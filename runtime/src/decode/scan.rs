//! JSON from the front, as far as it goes. What comes over the wire may break off, or not be JSON at
//! all; whatever stands before that is read.

use core::ops::Range;

/// A place in some bytes that may be JSON. Where a method returns `None`, the text ends or makes no
/// sense, and there is nothing more to be read.
pub(super) struct Scanner<'b> {
    bytes: &'b [u8],
    at: usize,
}

/// Some bytes without a byte order mark, which is no part of the text (RFC 8259 §8.1).
pub(super) fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

impl<'b> Scanner<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: bytes.len() - unmarked(bytes).len() }
    }

    /// The first byte of what comes next, blanks left out.
    pub(super) fn peek(&mut self) -> Option<u8> {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.at += 1;
        }
        found
    }

    /// Where a value is; behind it afterwards.
    pub(super) fn value(&mut self) -> Option<Range<usize>> {
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'"' => {
                self.string()?;
            }
            b'{' | b'[' => self.nested()?,
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => {
                let rest = &self.bytes[start..];
                let is_end =
                    |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
                // Only what comes behind it ends a number; one at the very end may have lost digits.
                self.at += rest.iter().position(is_end)?;
            }
            _ => return None,
        }
        Some(start..self.at)
    }

    /// Over everything between two brackets. Depth is counted, not called, so that none is too deep.
    fn nested(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// The inside of the string that begins here.
    fn string(&mut self) -> Option<Range<usize>> {
        let start = self.at + 1;
        let mut at = start;
        loop {
            match self.bytes.get(at)? {
                b'"' => {
                    self.at = at + 1;
                    return Some(start..at);
                }
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
    }

    /// Calls for each member of an object, with the inside of its key, at its value. The call has to
    /// go over the value.
    pub(super) fn members(
        &mut self,
        mut member: impl FnMut(&mut Self, Range<usize>) -> Option<()>,
    ) -> Option<()> {
        if !self.eat(b'{') {
            return None;
        }
        loop {
            match self.peek()? {
                b'"' => {}
                b'}' => {
                    self.at += 1;
                    return Some(());
                }
                _ => return None,
            }
            let key = self.string()?;
            if !self.eat(b':') {
                return None;
            }
            member(self, key)?;
            self.eat(b',');
        }
    }

    /// Calls for each item of a list, with its number, at the item. The call has to go over it.
    pub(super) fn items(
        &mut self,
        mut item: impl FnMut(&mut Self, usize) -> Option<()>,
    ) -> Option<()> {
        if !self.eat(b'[') {
            return None;
        }
        for number in 0.. {
            if self.eat(b']') {
                break;
            }
            item(self, number)?;
            self.eat(b',');
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::Scanner;

    fn value(text: &str) -> Option<&str> {
        Scanner::new(text.as_bytes()).value().map(|range| &text[range])
    }

    #[test]
    fn values_end_where_they_end() {
        for whole in
            ["1", "-1.5e3", "true", "null", "\"a\"", r#""a\"b\\""#, "[1,[2],{}]", r#"{"}":"]"}"#]
        {
            assert_eq!(value(&alloc::format!(" {whole} , 2")), Some(whole));
        }
        for broken in ["", "<html>", "\"a", "[1", "{", "\"\\", "]", "40", "tru"] {
            assert_eq!(value(broken), None, "{broken}");
        }
    }

    #[test]
    fn members_before_a_break_are_seen() {
        let text = r#"{"a":1,"b":{"c":2},"d":"#;
        let mut keys = Vec::new();
        let end = Scanner::new(text.as_bytes()).members(|scanner, key| {
            keys.push(String::from(&text[key]));
            scanner.value().map(drop)
        });
        assert_eq!(end, None);
        assert_eq!(keys, ["a", "b", "d"]);
    }
}
