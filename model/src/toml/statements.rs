//! Cuts a file into statements: headers, and keys with their values. A value ends with its brackets, and
//! at the latest where the next statement begins, so that a bracket that is not closed swallows nothing.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Lexer, Token, TokenKind};

/// The statements of a file, and the blank lines and comments between them, one at a time.
pub(super) struct Statements<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    /// Where the lexer began; its places count from here.
    base: usize,
    /// Where the next statement begins.
    at: usize,
    /// The tokens of the current statement.
    tokens: Vec<Token>,
}

impl<'t> Statements<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, lexer: Source::new(text).lex(), base: 0, at: 0, tokens: Vec::new() }
    }

    /// The tokens of the statement that was read last, where its brackets are closed. Their places count
    /// from the byte that is given, where the text begins that they are of.
    pub(super) fn tokens(&self) -> (&[Token], usize, &'t str) {
        (&self.tokens, self.base, &self.text[self.base..])
    }

    /// Goes on reading at a byte.
    pub(super) fn go_to(&mut self, at: usize) {
        if at != self.at {
            (self.base, self.at) = (at, at);
            self.lexer = Source::new(&self.text[at..]).lex();
        }
    }

    /// Reads the next statement with the end of its line.
    pub(super) fn read(&mut self) -> Option<Statement> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        self.tokens.clear();
        let indent = indent(&self.text[start..]);
        let mut brackets = Brackets::default();
        // Where it ends unless its brackets are closed behind that.
        let mut doubtful_end = None;
        let mut looked_until = 0;
        for token in self.lexer.by_ref() {
            self.tokens.push(token);
            self.at = self.base + token.span().end();
            if token.kind() != TokenKind::Newline {
                brackets.pass(token.kind());
            } else if self.at > looked_until {
                let line = Line::first_of(self.text, self.at);
                looked_until = line.as_ref().map_or(0, |line| line.start);
                match brackets.next_line(line, indent) {
                    NextLine::Belongs => {}
                    NextLine::MayBelong => doubtful_end = doubtful_end.or(Some(self.at)),
                    NextLine::IsAnother => break,
                }
            }
        }
        let is_closed = brackets.is_closed();
        if let Some(end) = doubtful_end.filter(|_| !is_closed) {
            self.go_to(end);
        }
        Some(Statement { place: start..self.at, is_closed })
    }
}

/// A header, or a key and its value, or a line with neither.
pub(super) struct Statement {
    pub(super) place: Range<usize>,
    /// Whether its brackets are closed; the tokens are there only then.
    pub(super) is_closed: bool,
}

enum NextLine {
    Belongs,
    MayBelong,
    IsAnother,
}

/// The brackets that are open at some place of a statement.
#[derive(Default)]
struct Brackets {
    open: Vec<TokenKind>,
    /// What stood before, blanks and comments aside.
    last: Option<TokenKind>,
    /// A bracket stands first; no value goes on behind that line.
    is_header: bool,
}

impl Brackets {
    fn is_closed(&self) -> bool {
        self.open.is_empty()
    }

    fn pass(&mut self, kind: TokenKind) {
        use TokenKind::{
            Comment, Eof, LeftCurlyBracket, LeftSquareBracket, RightCurlyBracket,
            RightSquareBracket, Whitespace,
        };
        match kind {
            Comment | Whitespace | Eof => return,
            LeftCurlyBracket | LeftSquareBracket => {
                self.is_header |= self.last.is_none();
                self.open.push(kind);
            }
            RightCurlyBracket => self.close(LeftCurlyBracket),
            RightSquareBracket => self.close(LeftSquareBracket),
            _ => {}
        }
        self.last = Some(kind);
    }

    /// Closes the innermost bracket of a kind, and what is open in it.
    fn close(&mut self, kind: TokenKind) {
        if let Some(at) = self.open.iter().rposition(|open| *open == kind) {
            self.open.truncate(at);
        }
    }

    /// Whether the line that follows belongs to the statement.
    fn next_line(&self, line: Option<Line>, statement_indent: usize) -> NextLine {
        let (Some(innermost), Some(line), false) = (self.open.last(), line, self.is_header) else {
            return NextLine::IsAnother;
        };
        let is_table = *innermost == TokenKind::LeftCurlyBracket;
        match line.form {
            Form::KeyValue if is_table && line.indent > statement_indent => NextLine::Belongs,
            Form::KeyValue if is_table => match self.last {
                Some(TokenKind::LeftCurlyBracket) => NextLine::Belongs,
                Some(TokenKind::Comma) => NextLine::MayBelong,
                _ => NextLine::IsAnother,
            },
            Form::Other if is_table => NextLine::IsAnother,
            Form::Header | Form::KeyValue => NextLine::IsAnother,
            Form::Closing | Form::Other => NextLine::Belongs,
        }
    }
}

/// A line that is more than a comment, and what it looks like.
struct Line {
    start: usize,
    indent: usize,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `[a.b]`.
    Header,
    /// `a.b = …`.
    KeyValue,
    /// It begins with a closing bracket.
    Closing,
    /// It can be an item of a list.
    Other,
}

impl Line {
    /// The first of them from a byte on, which begins a line.
    fn first_of(text: &str, from: usize) -> Option<Self> {
        let mut start = from;
        for line in text[from..].split_inclusive('\n') {
            let content = line.trim_start();
            if let Some(form) = form(content) {
                return Some(Self { start, indent: line.len() - content.len(), form });
            }
            start += line.len();
        }
        None
    }
}

fn indent(text: &str) -> usize {
    let line = text.lines().next().unwrap_or_default();
    line.len() - line.trim_start().len()
}

/// Whether a line looks like the beginning of a statement of its own.
pub(super) fn begins_statement(line: &str) -> bool {
    matches!(form(line.trim_start()), Some(Form::Header | Form::KeyValue))
}

/// Whether a line says something and is neither a statement nor a piece of one with brackets.
pub(super) fn is_no_statement(line: &str) -> bool {
    matches!(form(line.trim_start()), Some(Form::Other))
}

/// What a line looks like; `None` where it says nothing.
fn form(line: &str) -> Option<Form> {
    Some(match line.bytes().next()? {
        b'#' => return None,
        b']' | b'}' => Form::Closing,
        b'[' if is_header(line) => Form::Header,
        b'[' | b'{' | b',' => Form::Other,
        _ => match key_path(line) {
            Some(rest) if rest.starts_with('=') => Form::KeyValue,
            _ => Form::Other,
        },
    })
}

/// `[a.b]` with nothing behind it; not `["a"]` or `[1]`, which lists of lists have.
fn is_header(line: &str) -> bool {
    let name = line.trim_start_matches('[').trim_start();
    let is_item = match name.bytes().next() {
        Some(b'"' | b'\'') => !key(name).is_some_and(|rest| rest.trim_start().starts_with('.')),
        Some(b'0'..=b'9') => true,
        _ => name.starts_with("true") || name.starts_with("false"),
    };
    let Some(rest) = key_path(name).filter(|_| !is_item) else { return false };
    let rest = rest.trim_start_matches(']').trim_start();
    rest.is_empty() || rest.starts_with('#')
}

/// What follows keys with dots between them.
fn key_path(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = key(rest)?.trim_start();
        match rest.strip_prefix('.') {
            Some(behind) => rest = behind.trim_start(),
            None => return Some(rest),
        }
    }
}

/// What follows a key.
fn key(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let line = text.lines().next().unwrap_or_default();
        let close = line[1..].find(quote)?;
        return Some(&text[close + 2..]);
    }
    let is_end = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'));
    let end = text.find(is_end).unwrap_or(text.len());
    (end > 0).then(|| &text[end..])
}
