//! Cuts a file into tokens. Nothing is refused: what is no token of JSON becomes the one that it was
//! probably meant to be, and is reported.

use std::ops::Range;

use super::mistake::{self, Mistake};
use super::token::{Bracket, Kind, Token};
use crate::invisible;

/// The tokens of a file, and the mistakes in them.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Vec<Mistake>) {
    let mut lexer = Lexer {
        text,
        at: 0,
        start: 0,
        line: Line { start: 0, indent: 0, end: 0 },
        tokens: Vec::new(),
        open: Open::default(),
        mistakes: Vec::new(),
        has_comment: false,
        has_odd_blank: false,
    };
    lexer.begin_line();
    while lexer.token() {}
    (lexer.tokens, lexer.mistakes)
}

pub(super) struct Lexer<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    /// Where the token at hand begins.
    start: usize,
    line: Line,
    tokens: Vec<Token>,
    open: Open,
    pub(super) mistakes: Vec<Mistake>,
    /// A comment has been reported, and the others need not be.
    has_comment: bool,
    /// The same of characters that look like blanks.
    has_odd_blank: bool,
}

/// The line at hand.
struct Line {
    start: usize,
    indent: usize,
    /// Before the line break.
    end: usize,
}

/// What a string or a word is, by what stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Key,
    /// Behind a key.
    Value,
    /// In a list.
    Item,
}

impl Lexer<'_> {
    /// Reads one token; false at the end of the file.
    fn token(&mut self) -> bool {
        self.skip_blank();
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else { return false };
        self.start = self.at;
        match first {
            '{' | '[' if self.role() != Role::Key && begins_placeholder(rest) => self.word(),
            '{' => self.push(Kind::Open(Bracket::Brace), 1),
            '[' => self.push(Kind::Open(Bracket::Square), 1),
            '}' => self.push(Kind::Close(Bracket::Brace), 1),
            ']' => self.push(Kind::Close(Bracket::Square), 1),
            ',' => self.push(Kind::Comma, 1),
            ';' => self.push(Kind::Semicolon, 1),
            ':' => self.push(Kind::Colon, 1),
            '=' => self.push(Kind::Equals, if rest.starts_with("=>") { 2 } else { 1 }),
            '"' => self.string(),
            _ if is_other_quote(first) => self.string_in_other_quotes(first),
            _ => self.word(),
        }
        true
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let start = self.at;
        self.at += length;
        self.push_at(kind, start..self.at);
    }

    pub(super) fn push_at(&mut self, kind: Kind, place: Range<usize>) {
        match kind {
            Kind::Open(bracket) => self.open.push(bracket),
            Kind::Close(bracket) => self.open.pop(bracket),
            _ => {}
        }
        let is_first = self.start == self.line.start + self.line.indent;
        let indent = self.line.indent;
        self.tokens.push(Token { kind, place, is_first, indent, is_added: false });
    }

    pub(super) fn role(&self) -> Role {
        if self.tokens.last().is_some_and(Token::is_colon) {
            Role::Value
        } else if self.open.innermost() == Some(Bracket::Square) {
            Role::Item
        } else {
            Role::Key
        }
    }

    /// Where the line at hand ends, before its line break.
    pub(super) fn line_end(&self) -> usize {
        self.line.end
    }

    /// The byte at hand begins a line.
    pub(super) fn begin_line(&mut self) {
        let rest = &self.text[self.at..];
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = &rest[..length];
        let line = line.strip_suffix('\r').unwrap_or(line);
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        self.line = Line { start: self.at, indent, end: self.at + line.len() };
    }

    /// Passes blanks, comments, and characters that look like blanks.
    fn skip_blank(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let Some(first) = rest.chars().next() else { return };
            match first {
                '\n' => {
                    self.at += 1;
                    self.begin_line();
                }
                ' ' | '\t' | '\r' => self.at += 1,
                '#' => self.comment(self.line.end),
                '/' if rest.starts_with("//") => self.comment(self.line.end),
                '/' if rest.starts_with("/*") => {
                    // One that is not closed ends with its line.
                    let end = rest.find("*/").map(|end| self.at + end + 2);
                    self.comment(end.unwrap_or(self.line.end));
                }
                _ if is_odd_blank(first) => {
                    let start = self.at;
                    self.at += first.len_utf8();
                    // Those that nobody sees are found in the text of every file.
                    if !invisible::is_unseen(first)
                        && !std::mem::replace(&mut self.has_odd_blank, true)
                    {
                        self.mistakes.push(mistake::not_a_blank(start..self.at, first));
                    }
                }
                _ => return,
            }
        }
    }

    fn comment(&mut self, end: usize) {
        let start = self.at;
        self.at = end;
        if !std::mem::replace(&mut self.has_comment, true) {
            self.mistakes.push(mistake::comment(start..end));
        }
        if end > self.line.end {
            // The last of its lines.
            self.at = self.text[..end].rfind('\n').map_or(0, |newline| newline + 1);
            self.begin_line();
            self.at = end;
        }
    }
}

/// Whether a text begins so, and no object or list: `{name}`, or `[{name}`.
fn begins_placeholder(text: &str) -> bool {
    let Some(name) = text.strip_prefix("[{").or_else(|| text.strip_prefix('{')) else {
        return false;
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '?' | '.');
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.trim_start_matches(is_name).starts_with('}')
}

/// What looks like a blank, or like nothing, and is none in JSON.
pub(super) fn is_odd_blank(character: char) -> bool {
    let is_blank = character.is_whitespace() && !matches!(character, ' ' | '\t' | '\n' | '\r');
    is_blank
        || character.is_control() && !character.is_whitespace()
        || invisible::is_unseen(character)
}

/// A quote that is none in JSON.
pub(super) fn is_other_quote(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '´' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '＂'
    )
}

/// The brackets that are open, as far as they are closed by their own kind.
#[derive(Default)]
struct Open {
    brackets: Vec<Bracket>,
    squares: usize,
}

impl Open {
    fn innermost(&self) -> Option<Bracket> {
        self.brackets.last().copied()
    }

    fn push(&mut self, bracket: Bracket) {
        self.brackets.push(bracket);
        self.squares += usize::from(bracket == Bracket::Square);
    }

    /// Closes the innermost bracket of a kind, and what is open in it.
    fn pop(&mut self, bracket: Bracket) {
        let is_there = match bracket {
            Bracket::Square => self.squares > 0,
            Bracket::Brace => self.squares < self.brackets.len(),
        };
        while is_there && let Some(innermost) = self.brackets.pop() {
            self.squares -= usize::from(innermost == Bracket::Square);
            if innermost == bracket {
                break;
            }
        }
    }
}
