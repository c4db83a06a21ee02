//! Strings in the text, and where those begin and end that lack a quote. A string ends with its line at
//! the latest; a quote says by its neighbours whether it begins a string or ends one.

use super::lexer::{Lexer, Role, is_odd_blank, is_other_quote};
use super::mistake;
use super::token::Kind;
use super::word;

/// In how many lines the end of a string is looked for that has line breaks.
const MOST_LINES: usize = 16;

/// In how many bytes the end of a text is looked for whose opening quote is missing.
const LONGEST_TEXT: usize = 1 << 12;

impl<'t> Lexer<'t> {
    /// A string from its opening quote on.
    pub(super) fn string(&mut self) {
        let open = self.at;
        let Some(quote) = self.next_quote(open + 1) else { return self.open_string(open, None) };
        if self.ends(quote) {
            return self.end_string(Kind::String, open, quote);
        }
        let next = self.next_quote(quote + 1);
        if self.can_begin(quote) && self.is_next_string(open, quote, next) {
            return self.open_string(open, Some(quote));
        }
        if self.may_end(quote) {
            return self.end_string(Kind::String, open, quote);
        }
        match next.filter(|next| !self.can_begin(*next)) {
            Some(next) => {
                self.mistakes.push(mistake::quote_inside(quote));
                self.string_with_quotes(open, next);
            }
            // What follows it is not a part of it.
            None => self.end_string(Kind::String, open, quote),
        }
    }

    fn end_string(&mut self, kind: Kind, open: usize, quote: usize) {
        self.at = quote + 1;
        if kind == Kind::Mended {
            self.push_at(kind, open + 1..quote);
        } else {
            self.push_at(kind, open..quote + 1);
        }
    }

    /// A string with quotes inside, of which one has been reported: it ends at the first that nothing but
    /// JSON follows.
    fn string_with_quotes(&mut self, open: usize, from: usize) {
        let mut quote = from;
        while !self.ends_surely(quote) {
            match self.next_quote(quote + 1) {
                Some(next) => quote = next,
                None => {
                    let end = open + 1 + without_what_follows(self.rest_of_line(open + 1)).len();
                    self.at = end;
                    return self.push_at(Kind::Mended, open + 1..end);
                }
            }
        }
        self.end_string(Kind::Mended, open, quote);
    }

    /// Whether a quote that can begin a string is the one of the next string, with the quote behind it, so
    /// that the string before it is not closed.
    fn is_next_string(&self, open: usize, quote: usize, next: Option<usize>) -> bool {
        let before = self.text[open + 1..quote].trim_end();
        let Some(next) = next else { return true };
        let behind = self.behind(next + 1);
        match self.role() {
            Role::Key => before.contains([':', '=']),
            Role::Value => behind.is_some_and(|next| matches!(next, ':' | '=')),
            Role::Item => behind.is_none_or(|next| matches!(next, ':' | '=' | ',' | ']' | '}')),
        }
    }

    /// A string without its closing quote, on a line with another string behind it or with none.
    fn open_string(&mut self, open: usize, next: Option<usize>) {
        if next.is_none() && self.goes_on(open) {
            return;
        }
        let inside = &self.text[open + 1..next.unwrap_or(self.line_end())];
        if self.role() == Role::Key
            && let Some(colon) = inside.find([':', '='])
        {
            let end = open + 1 + inside[..colon].trim_end().len();
            self.mistakes.push(mistake::no_closing_quote(open, "key"));
            self.at = end;
            return self.push_at(Kind::Mended, open + 1..end);
        }
        let inside = without_what_follows(inside);
        let end = open + 1 + inside.len();
        self.at = end;
        if let Some(text) = inside.strip_suffix("\\\"") {
            self.mistakes.push(mistake::escaped_end(open + 1 + text.len()));
            return self.push_at(Kind::Mended, open + 1..open + 1 + text.len());
        }
        self.mistakes.push(mistake::no_closing_quote(open, "string"));
        let text = inside.strip_suffix(is_other_quote).unwrap_or(inside);
        self.push_at(Kind::Mended, open + 1..open + 1 + text.len());
    }

    /// Reads a string that goes on in the next lines and ends there, if it is one.
    fn goes_on(&mut self, open: usize) -> bool {
        let mut start = self.line_end();
        for line in self.text[start..].split_inclusive('\n').take(MOST_LINES) {
            if start > self.line_end() {
                let content = line.trim_start();
                let is_json = content.starts_with(['}', ']', ',']);
                if is_json || begins_list_or_object(content) {
                    return false;
                }
                if let Some(quote) = quote_in(line.as_bytes()) {
                    let behind = line[quote + 1..].trim_start().chars().next();
                    let before = line[..quote].trim_end();
                    let ends = match self.role() {
                        Role::Key => behind.is_some_and(|next| matches!(next, ':' | '=')),
                        _ => behind.is_none_or(|next| matches!(next, ',' | '}' | ']')),
                    };
                    if !ends || before.ends_with([':', ',', '{', '[']) {
                        return false;
                    }
                    self.mistakes.push(mistake::string_of_lines(open));
                    self.push_at(Kind::Mended, open + 1..start + quote);
                    self.at = start;
                    self.begin_line();
                    self.at = start + quote + 1;
                    return true;
                }
            }
            start += line.len();
        }
        false
    }

    /// A string that another character begins than `"`.
    pub(super) fn string_in_other_quotes(&mut self, first: char) {
        let start = self.at;
        let inside = start + first.len_utf8();
        let role = self.role();
        let line = self.rest_of_line(inside);
        let is_quote = |c: char| c == '"' || is_other_quote(c);
        let quotes =
            line.char_indices().filter(|(at, c)| is_quote(*c) && !line[..*at].ends_with('\\'));
        let mut ends = quotes.map(|(at, c)| (inside + at, inside + at + c.len_utf8()));
        let end = ends.find(|(quote, end)| self.ends(end - 1) && !self.can_begin(*quote));
        let (text_end, end) = match end {
            Some(end) => end,
            None => {
                let end = inside + without_what_follows(line).len();
                (end, end)
            }
        };
        let text = &self.text[inside..text_end];
        self.mistakes.push(match role {
            Role::Key => mistake::key_without_quotes(start..end, text),
            Role::Value | Role::Item => mistake::other_quotes(start..end),
        });
        self.at = end;
        self.push_at(Kind::Mended, inside..text_end);
    }

    /// A number or a word, a key without quotes, or a text without one of its quotes or both.
    pub(super) fn word(&mut self) {
        let start = self.at;
        let line = self.rest_of_line(start);
        let is_end = |c: char| is_sign(c) || c == '"' || c.is_whitespace() || is_odd_blank(c);
        let first = line.chars().next().map_or(0, char::len_utf8);
        let length = line.find(is_end).unwrap_or(line.len()).max(first);
        let behind = self.behind(start + length);
        let is_alone = behind.is_none_or(is_sign) || line[length..].starts_with(is_odd_blank);
        if word::is_value(&line[..length])
            && is_alone
            && !(self.role() == Role::Key && behind == Some(':'))
        {
            self.at = start + length;
            return self.push_at(Kind::Word, start..self.at);
        }
        match self.role() {
            Role::Key => self.key_without_quote(start, line),
            Role::Value | Role::Item => self.text_without_quote(start, line, length),
        }
    }

    fn key_without_quote(&mut self, start: usize, line: &str) {
        let length = line.find(|c: char| is_sign(c) || c == '"' || is_odd_blank(c));
        let length = length.unwrap_or(line.len());
        let name = line[..length].trim_end();
        let end = start + name.len();
        let is_key = |behind: Option<char>| behind.is_some_and(|next| matches!(next, ':' | '='));
        if line[name.len()..].starts_with('"') && is_key(self.behind(end + 1)) {
            self.mistakes.push(mistake::no_opening_quote(start));
            self.at = end + 1;
            return self.push_at(Kind::Mended, start..end);
        }
        self.at = end;
        if is_key(self.behind(end)) {
            self.mistakes.push(mistake::key_without_quotes(start..end, name));
            return self.push_at(Kind::Mended, start..end);
        }
        self.push_at(Kind::Word, start..end);
    }

    fn text_without_quote(&mut self, start: usize, line: &str, word: usize) {
        let near = &line.as_bytes()[..line.len().min(LONGEST_TEXT)];
        let quote = quote_in(near).map(|quote| start + quote).filter(|quote| self.ends(*quote));
        if let Some(quote) = quote.filter(|quote| !self.can_begin(*quote)) {
            self.mistakes.push(mistake::no_opening_quote(start));
            self.at = quote + 1;
            return self.push_at(Kind::Mended, start..quote);
        }
        let length = if word::is_value(&line[..word]) || word::is_like_number(&line[..word]) {
            word
        } else {
            length_of_text(line, self.role() == Role::Item).max(word)
        };
        self.at = start + length;
        self.push_at(Kind::Word, start..self.at);
    }

    fn rest_of_line(&self, from: usize) -> &'t str {
        &self.text[from..self.line_end().max(from)]
    }

    /// The first quote of the line from a byte on that no backslash stands before.
    fn next_quote(&self, from: usize) -> Option<usize> {
        Some(from + quote_in(self.rest_of_line(from).as_bytes())?)
    }

    /// What follows on the line, without blanks.
    fn behind(&self, byte: usize) -> Option<char> {
        self.rest_of_line(byte).trim_start().chars().next()
    }

    /// Whether what follows a quote is what follows a string.
    fn ends(&self, quote: usize) -> bool {
        let rest = self.rest_of_line(quote + 1).trim_start();
        match rest.chars().next() {
            None | Some('}' | ']' | ',' | ';' | ':' | '=' | '#') => true,
            Some('/') => rest.starts_with("//") || rest.starts_with("/*"),
            Some(next) => is_odd_blank(next),
        }
    }

    /// Whether it is a value, so that a comma or a colon is missing before it.
    fn may_end(&self, quote: usize) -> bool {
        let rest = self.rest_of_line(quote + 1).trim_start();
        let is_end = |c: char| is_sign(c) || c == '"' || c.is_whitespace();
        rest.starts_with('"')
            || begins_list_or_object(rest)
            || word::is_value(rest.split(is_end).next().unwrap_or(rest))
    }

    /// As [`Self::ends`], of a string in which other quotes can be a part of the text.
    fn ends_surely(&self, quote: usize) -> bool {
        let rest = self.rest_of_line(quote + 1).trim_start();
        let Some(next) = rest.chars().next() else { return true };
        let behind = rest[next.len_utf8()..].trim_start();
        match next {
            ',' => {
                behind.is_empty()
                    || behind.starts_with(['"', '{', '['])
                    || behind.starts_with(|c: char| c.is_ascii_digit())
            }
            '}' | ']' | ':' => true,
            _ => false,
        }
    }

    /// Whether a quote can begin a string, by what stands before it.
    fn can_begin(&self, quote: usize) -> bool {
        let before = self.text[..quote].trim_end_matches([' ', '\t']);
        before.ends_with(['{', '[', ',', ':', '=', ';', '\n']) || before.is_empty()
    }
}

/// The first quote that no backslash stands before.
fn quote_in(line: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        match line.get(at)? {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Whether a text begins as a list or an object does, and not as `[, {name}]` or `{name}`.
fn begins_list_or_object(text: &str) -> bool {
    text.strip_prefix(['{', '[']).is_some_and(|inside| {
        let inside = inside.trim_start();
        inside.is_empty()
            || inside.starts_with(['"', '{', '[', '}', ']', '-'])
            || inside.starts_with(|c: char| c.is_ascii_digit())
    })
}

fn is_sign(character: char) -> bool {
    matches!(character, '{' | '}' | '[' | ']' | ',' | ';' | ':' | '=')
}

/// A text up to the end of its line or to the next string, without what is JSON at its end: a comma, and
/// brackets that nothing in it opens.
fn without_what_follows(text: &str) -> &str {
    let opens = |c: char| matches!(c, '{' | '[') || c.is_whitespace();
    let inner = text.trim_end_matches(opens);
    let mut rest = match inner.strip_suffix([',', ';']) {
        Some(rest) => rest.trim_end(),
        None => text.trim_end(),
    };
    let surplus = |open, close| {
        rest.matches::<char>(close).count().saturating_sub(rest.matches::<char>(open).count())
    };
    let (mut braces, mut squares) = (surplus('{', '}'), surplus('[', ']'));
    loop {
        let surplus = if rest.ends_with('}') { &mut braces } else { &mut squares };
        let Some(inner) = rest.strip_suffix(['}', ']']).filter(|_| *surplus > 0) else { break };
        *surplus -= 1;
        rest = inner.trim_end();
    }
    rest
}

/// How long a text without quotes is: up to a bracket that nothing in it opens, or to a comma that ends it.
fn length_of_text(line: &str, is_item: bool) -> usize {
    let mut depth = 0_usize;
    for (at, character) in line.char_indices() {
        let behind = || line[at + 1..].trim_start();
        match character {
            '"' => return line[..at].trim_end().len(),
            '{' | '[' => depth += 1,
            '}' | ']' if depth == 0 => return line[..at].trim_end().len(),
            '}' | ']' => depth -= 1,
            ',' | ';'
                if depth == 0 && (is_item || behind().is_empty() || behind().starts_with('"')) =>
            {
                return line[..at].trim_end().len();
            }
            _ => {}
        }
    }
    line.trim_end().len()
}
