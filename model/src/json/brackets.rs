//! Puts brackets where some are missing and leaves out those that are too many, so that all of them are
//! closed by their own kind. A file in which they are is left alone, however it is indented.

use super::habits::{self, Guess};
use super::mistake::{self, Mistake};
use super::token::{Bracket, Kind, Token};
use crate::tree::DEEPEST;

/// The same tokens with their brackets closed, and the mistakes in them.
pub(super) fn closed(text: &str, tokens: Vec<Token>, mistakes: &mut Vec<Mistake>) -> Vec<Token> {
    if are_closed(&tokens) {
        return tokens;
    }
    let mut closing = Closing::of(&tokens, None);
    if closing.is_doubtful
        && !is_in_lines(&tokens)
        && let lacking @ (1 | -1) = Lacking::of(&tokens).braces
        && let Some(guess) = habits::guess(text, &tokens, lacking)
    {
        let other = Closing::of(&tokens, Some(guess));
        if !other.is_doubtful {
            closing = other;
        }
    }
    let Closing { mut edits, mistakes: found, .. } = closing;
    mistakes.extend(found);
    edits.sort_by_key(|edit| edit.at);
    edited(tokens, edits)
}

/// Whether most keys begin lines, so that indentation says where brackets should be.
fn is_in_lines(tokens: &[Token]) -> bool {
    let keys = (0..tokens.len()).filter(|at| is_key(tokens, *at));
    let (first, others): (Vec<_>, Vec<_>) = keys.partition(|at| tokens[*at].is_first);
    first.len() > others.len()
}

/// Whether every bracket is closed by its own kind, and none is missing that opens an object.
fn are_closed(tokens: &[Token]) -> bool {
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open(bracket) => open.push(bracket),
            Kind::Close(bracket) if open.pop() != Some(bracket) => return false,
            _ if is_key_for_value(tokens, at) => return false,
            _ => {}
        }
    }
    open.is_empty() && !tokens.first().is_some_and(Token::is_string)
}

fn is_key(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_string() && tokens.get(at + 1).is_some_and(Token::is_colon)
}

/// Whether a key stands where a value should: the brace before it is missing.
fn is_key_for_value(tokens: &[Token], at: usize) -> bool {
    is_key(tokens, at) && at > 0 && tokens[at - 1].is_colon()
}

/// How many brackets are not closed, by kind; fewer than none where more are closed than are opened.
struct Lacking {
    braces: isize,
    squares: isize,
}

impl Lacking {
    fn of(tokens: &[Token]) -> Self {
        let mut lacking = Self { braces: 0, squares: 0 };
        for token in tokens {
            match token.kind {
                Kind::Open(bracket) => *lacking.count(bracket) += 1,
                Kind::Close(bracket) => *lacking.count(bracket) -= 1,
                _ => {}
            }
        }
        lacking
    }

    fn count(&mut self, bracket: Bracket) -> &mut isize {
        match bracket {
            Bracket::Brace => &mut self.braces,
            Bracket::Square => &mut self.squares,
        }
    }
}

/// A bracket that is open.
struct Level {
    bracket: Bracket,
    /// Its first byte, or where it is missing.
    open: usize,
    /// How far the line is indented on which it stands.
    indent: usize,
    /// How far its first item is, where that begins a line.
    item_indent: Option<usize>,
    /// Where the value of its last member begins.
    last_value: Option<usize>,
}

enum Change {
    Insert(Kind),
    Replace(Kind),
    Remove,
}

/// A change at a token, or before it.
struct Edit {
    at: usize,
    change: Change,
}

/// Goes through the tokens, and notes what is to be changed.
struct Closing<'t> {
    tokens: &'t [Token],
    lacking: Lacking,
    /// Where a brace is lost or too many, if that is known before.
    known: Option<Guess>,
    levels: Vec<Level>,
    edits: Vec<Edit>,
    mistakes: Vec<Mistake>,
    /// The brackets are closed now, but perhaps not where they should be.
    is_doubtful: bool,
}

impl<'t> Closing<'t> {
    fn of(tokens: &'t [Token], known: Option<Guess>) -> Self {
        let mut closing = Self {
            tokens,
            lacking: Lacking::of(tokens),
            known,
            levels: Vec::new(),
            edits: Vec::new(),
            mistakes: Vec::new(),
            is_doubtful: false,
        };
        for at in 0..tokens.len() {
            closing.pass(at);
        }
        closing.end();
        closing
    }

    fn pass(&mut self, at: usize) {
        match self.known {
            Some(Guess::Lost(known)) if known == at => self.insert_close(at),
            Some(Guess::TooMany(known)) if known == at => {
                return self.leave_out(Bracket::Brace, at);
            }
            _ => {}
        }
        match self.tokens[at].kind {
            Kind::Open(bracket) => {
                self.value(at);
                self.open(bracket, at);
            }
            Kind::Close(bracket) => self.close(bracket, at),
            Kind::String | Kind::Mended if is_key(self.tokens, at) => self.key(at),
            Kind::String | Kind::Mended | Kind::Word => self.value(at),
            Kind::Comma => self.close_empty(at),
            _ => {}
        }
    }

    fn open(&mut self, bracket: Bracket, at: usize) {
        let Token { place, indent, .. } = &self.tokens[at];
        let (open, indent) = (place.start, *indent);
        self.levels.push(Level { bracket, open, indent, item_indent: None, last_value: None });
    }

    fn innermost(&self) -> Option<Bracket> {
        self.levels.last().map(|level| level.bracket)
    }

    /// A key and, behind it, a colon.
    fn key(&mut self, at: usize) {
        if is_key_for_value(self.tokens, at) || self.levels.is_empty() && at == 0 {
            self.insert_open(Bracket::Brace, at, at);
        }
        if self.innermost() == Some(Bracket::Square) {
            if self.lacking.squares <= 0 && self.lacking.braces < 0 {
                self.insert_open(Bracket::Brace, at, at);
            } else {
                while self.innermost() == Some(Bracket::Square) && self.levels.len() > 1 {
                    self.insert_close(at);
                }
            }
        }
        self.close_by_indent(at);
        self.note_indent(at);
    }

    /// A value, or the bracket that begins one.
    fn value(&mut self, at: usize) {
        self.note_indent(at);
        let is_of_key = at > 0 && self.tokens[at - 1].is_colon();
        let lacks_square = self.lacking.squares < 0;
        match self.levels.last_mut() {
            Some(level) if level.bracket == Bracket::Brace => {
                if is_of_key {
                    level.last_value = Some(at);
                } else if let Some(first) = level.last_value.filter(|_| lacks_square) {
                    self.insert_open(Bracket::Square, first, at);
                }
            }
            _ => {}
        }
    }

    /// Closes an empty object or list that a comma follows.
    fn close_empty(&mut self, at: usize) {
        if let Some(before) = at.checked_sub(1)
            && let Kind::Open(bracket) = self.tokens[before].kind
            && *self.lacking.count(bracket) > 0
        {
            self.insert_close(at);
        }
    }

    fn note_indent(&mut self, at: usize) {
        let token = &self.tokens[at];
        if let Some(level) = self.levels.last_mut()
            && token.is_first
        {
            level.item_indent = level.item_indent.or(Some(token.indent));
        }
    }

    /// Closes objects that a key does not belong to: it is indented as the keys around them are.
    fn close_by_indent(&mut self, at: usize) {
        let token = &self.tokens[at];
        let Some(innermost) = self.levels.last().and_then(|level| level.item_indent) else {
            return;
        };
        if self.lacking.braces <= 0 || !token.is_first || token.indent >= innermost {
            return;
        }
        let around = self.levels.iter().rev().take(DEEPEST as usize);
        let Some(above) = around.clone().position(|level| level.item_indent == Some(token.indent))
        else {
            return;
        };
        for _ in 0..above {
            self.insert_close(at);
        }
    }

    fn close(&mut self, bracket: Bracket, at: usize) {
        if self.innermost() == Some(bracket) {
            if self.is_too_many(bracket, at) {
                return self.leave_out(bracket, at);
            }
            self.close_those_inside(bracket, at);
            self.levels.pop();
            return;
        }
        let other = if bracket == Bracket::Brace { Bracket::Square } else { Bracket::Brace };
        let is_surplus = *self.lacking.count(bracket) < 0;
        let Some(level) = self.levels.last() else {
            self.is_doubtful = true;
            return self.leave_out(bracket, at);
        };
        if is_surplus && *self.lacking.count(other) > 0 {
            let open = level.open;
            self.mistakes.push(mistake::wrong_close(other, open, self.tokens[at].place.clone()));
            self.edits.push(Edit { at, change: Change::Replace(Kind::Close(other)) });
            *self.lacking.count(bracket) += 1;
            *self.lacking.count(other) -= 1;
            self.levels.pop();
        } else if !is_surplus
            && self.levels.iter().rev().take(DEEPEST as usize).any(|level| level.bracket == bracket)
        {
            while self.innermost() != Some(bracket) {
                self.insert_close(at);
            }
            self.levels.pop();
        } else if bracket == Bracket::Square
            && let Some(first) = level.last_value
            && !matches!(self.tokens[at - 1].kind, Kind::Close(Bracket::Square))
        {
            self.insert_open(Bracket::Square, first, at);
            self.levels.pop();
        } else {
            self.leave_out(bracket, at);
        }
    }

    /// Closes what is open inside of the bracket that is closed here, by the indentation.
    fn close_those_inside(&mut self, bracket: Bracket, at: usize) {
        let token = &self.tokens[at];
        let is_here = |level: &Level| level.bracket == bracket && level.indent == token.indent;
        if !token.is_first
            || self.lacking.braces <= 0 && self.lacking.squares <= 0
            || self.levels.last().is_none_or(is_here)
        {
            return;
        }
        let around = self.levels.iter().rev().take(DEEPEST as usize);
        if let Some(above) = around.clone().position(is_here) {
            for _ in 0..above {
                self.insert_close(at);
            }
        }
    }

    /// Whether a bracket closes what goes on behind it, by the indentation.
    fn is_too_many(&mut self, bracket: Bracket, at: usize) -> bool {
        if *self.lacking.count(bracket) >= 0 {
            return false;
        }
        let Some(level) = self.levels.last() else { return false };
        let behind = &self.tokens[at + 1..];
        let comma = usize::from(behind.first().is_some_and(Token::is_comma));
        let Some(next) = behind.get(comma) else { return false };
        let is_known = next.is_first
            && match next.kind {
                Kind::Close(_) => level.item_indent.is_some() && next.indent == level.indent,
                _ => level.item_indent == Some(next.indent),
            };
        // Nothing can follow the end of the file.
        let ends_file = self.levels.len() == 1 && !matches!(next.kind, Kind::Close(_));
        self.is_doubtful |= ends_file && !is_known;
        is_known || ends_file
    }

    fn leave_out(&mut self, bracket: Bracket, at: usize) {
        self.mistakes.push(mistake::close_too_many(bracket, self.tokens[at].place.clone()));
        self.edits.push(Edit { at, change: Change::Remove });
        *self.lacking.count(bracket) += 1;
    }

    /// Opens a bracket before a token, which is known when another one is passed.
    fn insert_open(&mut self, bracket: Bracket, before: usize, at: usize) {
        let token = &self.tokens[before];
        self.mistakes.push(mistake::no_open(bracket, token.place.start));
        self.edits.push(Edit { at: before, change: Change::Insert(Kind::Open(bracket)) });
        *self.lacking.count(bracket) += 1;
        let open = token.place.start;
        let indent = before.checked_sub(1).map_or(0, |before| self.tokens[before].indent);
        let item_indent = Some(token.indent).filter(|_| token.is_first || self.tokens[at].is_first);
        self.levels.push(Level { bracket, open, indent, item_indent, last_value: None });
    }

    /// Closes the innermost bracket before a token, and before the comma that stands there.
    fn insert_close(&mut self, at: usize) {
        let Some(level) = self.levels.pop() else { return };
        let is_comma = at > 0 && self.tokens[at - 1].is_comma();
        let at = if is_comma { at - 1 } else { at };
        let end = at.checked_sub(1).map_or(0, |last| self.tokens[last].place.end);
        self.mistakes.push(mistake::no_close(level.bracket, level.open, end));
        self.edits.push(Edit { at, change: Change::Insert(Kind::Close(level.bracket)) });
        *self.lacking.count(level.bracket) -= 1;
    }

    /// Closes what is open at the end of the file.
    fn end(&mut self) {
        let end = self.tokens.len();
        if self.known == Some(Guess::Lost(end)) {
            return self.insert_close(end);
        }
        self.is_doubtful |= !self.levels.is_empty();
        if self.levels.len() == 1
            && self.tokens.last().is_some_and(|last| last.kind != Kind::Mended)
        {
            return self.insert_close(end);
        }
        let Some(last) = self.tokens.last() else { return };
        let missing: String = self.levels.iter().rev().map(|level| level.bracket.close()).collect();
        // A string that the end of the file cuts off has been reported.
        if let Some(level) = self.levels.last()
            && last.kind != Kind::Mended
        {
            self.mistakes.push(mistake::cut_off(&missing, level.open, last.place.end));
        }
        while let Some(level) = self.levels.pop() {
            let change = Change::Insert(Kind::Close(level.bracket));
            self.edits.push(Edit { at: end, change });
        }
    }
}

/// Makes the changes, which are in the order of the tokens.
fn edited(tokens: Vec<Token>, edits: Vec<Edit>) -> Vec<Token> {
    let mut all = Vec::with_capacity(tokens.len() + edits.len());
    let mut edits = edits.into_iter().peekable();
    let mut end = 0;
    for (at, mut token) in tokens.into_iter().enumerate() {
        let mut is_left = true;
        while let Some(edit) = edits.next_if(|edit| edit.at == at) {
            match edit.change {
                Change::Insert(kind) => all.push(added(
                    kind,
                    match kind {
                        Kind::Open(_) => token.place.start,
                        _ => end,
                    },
                )),
                Change::Replace(kind) => token.kind = kind,
                Change::Remove => is_left = false,
            }
        }
        end = token.place.end;
        if is_left {
            all.push(token);
        }
    }
    for edit in edits {
        if let Change::Insert(kind) = edit.change {
            all.push(added(kind, end));
        }
    }
    all
}

fn added(kind: Kind, at: usize) -> Token {
    Token { kind, place: at..at, is_first: false, indent: 0, is_added: true }
}
