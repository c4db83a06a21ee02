//! What a file is made of: brackets, signs, strings and words, with their places.

use std::ops::Range;

/// The two kinds of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// Of an object.
    Brace,
    /// Of a list.
    Square,
}

impl Bracket {
    pub(super) fn open(self) -> char {
        match self {
            Self::Brace => '{',
            Self::Square => '[',
        }
    }

    pub(super) fn close(self) -> char {
        match self {
            Self::Brace => '}',
            Self::Square => ']',
        }
    }

    pub(super) fn called(self) -> &'static str {
        match self {
            Self::Brace => "object",
            Self::Square => "list",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    /// `;`, which stands for a comma.
    Semicolon,
    Colon,
    /// `=` or `=>`, which stands for a colon.
    Equals,
    /// In double quotes.
    String,
    /// Lacks a quote or has others, which has been reported. The place is that of the text.
    Mended,
    /// A number, `true`, `false`, `null`, or what stands in the place of one.
    Word,
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) place: Range<usize>,
    /// Whether nothing but blanks stands before it on its line.
    pub(super) is_first: bool,
    /// How many characters its line is indented.
    pub(super) indent: usize,
    /// It is not in the file: a bracket that is missing there.
    pub(super) is_added: bool,
}

impl Token {
    pub(super) fn is_string(&self) -> bool {
        matches!(self.kind, Kind::String | Kind::Mended)
    }

    /// Whether it stands between a key and its value.
    pub(super) fn is_colon(&self) -> bool {
        matches!(self.kind, Kind::Colon | Kind::Equals)
    }

    /// Whether it stands between two members or items.
    pub(super) fn is_comma(&self) -> bool {
        matches!(self.kind, Kind::Comma | Kind::Semicolon)
    }
}
