//! What a broken statement may have been meant to be, the likeliest first.

mod brackets;
mod headers;
mod lines;
mod quotes;
mod signs;
mod strangers;

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::mistake::Mistake;
use super::repair::Candidate;
pub(super) use brackets::Brackets;

/// Each kind of mistake, with the changes that would undo it.
pub(super) const ALL: [fn(&Broken<'_>) -> Vec<Candidate>; 17] = [
    strangers::marks_of_merge,
    strangers::blanks,
    strangers::arrows,
    headers::brackets,
    headers::without_brackets,
    strangers::values,
    strangers::semicolons,
    quotes::closing,
    quotes::opening,
    lines::open,
    brackets::wrong,
    brackets::closing,
    brackets::opening,
    strangers::words,
    signs::equals,
    signs::too_much,
    strangers::quotes,
];

/// A statement that the parser refuses. Places count from its first byte.
pub(super) struct Broken<'t> {
    pub(super) text: &'t str,
    tokens: Vec<Token>,
    /// Whether it stands behind a blank line, or first in the file.
    begins_block: bool,
}

impl<'t> Broken<'t> {
    /// The statement at a place of a file.
    pub(super) fn new(file: &'t str, place: Range<usize>) -> Self {
        let before = file[..place.start].trim_end_matches([' ', '\t', '\r']);
        let before = before.strip_suffix('\n').unwrap_or(before);
        let before = before.trim_end_matches([' ', '\t', '\r']);
        let begins_block = before.is_empty() || before.ends_with('\n');
        let text = &file[place];
        Self { text, tokens: Source::new(text).lex().into_vec(), begins_block }
    }

    /// The mistake in a string of one line that is not closed; `None` where there is none.
    pub(super) fn unclosed_string(&self) -> Option<Mistake> {
        quotes::unclosed_string(self)
    }

    pub(super) fn brackets(&self) -> Brackets {
        Brackets::of(self)
    }

    /// The tokens that are more than blanks, line ends and comments.
    fn words(&self) -> impl DoubleEndedIterator<Item = &Token> + Clone {
        self.tokens.iter().filter(|token| !is_blank(token.kind()))
    }

    /// The words, each with the one before it.
    fn words_in_order(&self) -> impl Iterator<Item = (Option<&Token>, &Token)> + Clone {
        let before = std::iter::once(None).chain(self.words().map(Some));
        before.zip(self.words())
    }

    /// Where the last word ends.
    fn end(&self) -> usize {
        self.words().next_back().map_or(0, end)
    }

    fn is_header(&self) -> bool {
        self.words().next().is_some_and(|first| first.kind() == TokenKind::LeftSquareBracket)
    }

    fn raw(&self, token: &Token) -> &'t str {
        self.text.get(start(token)..end(token)).unwrap_or_default()
    }

    /// Where the line behind that of a byte begins.
    fn next_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline + 1)
    }

    /// Where the line of a byte ends, without what ends it and blanks before that.
    fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        at + rest[..rest.find('\n').unwrap_or(rest.len())].trim_end().len()
    }
}

fn start(token: &Token) -> usize {
    token.span().start()
}

fn end(token: &Token) -> usize {
    token.span().end()
}

fn is_blank(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Whitespace | TokenKind::Comment | TokenKind::Newline | TokenKind::Eof)
}
