//! Makes the tree of a file from its tokens, the brackets of which are closed.

use std::borrow::Cow;
use std::ops::Range;

use super::mistake::{self, Mistake};
use super::token::{Bracket, Kind, Token};
use super::{string, word};
use crate::finding::Findings;
use crate::source::{FileId, Span, Spanned, offset};
use crate::tree::{DEEPEST, Key, SourceValue, Table, ValueKind, duplicate_key};

pub(super) struct Builder<'s, 't, 'f> {
    pub(super) text: &'s str,
    pub(super) file: FileId,
    pub(super) tokens: &'t [Token],
    pub(super) next: usize,
    pub(super) depth: u32,
    /// Pieces that nest too deeply, in the order of the file. Nothing else is said of them.
    pub(super) skipped: Vec<Range<usize>>,
    pub(super) mistakes: &'f mut Vec<Mistake>,
    pub(super) diagnostics: &'f mut Findings,
}

impl<'s> Builder<'s, '_, '_> {
    /// The object that the file is; there is one.
    pub(super) fn document(&mut self) -> Table<'s> {
        let root = self.object();
        if let Some(token) = self.peek() {
            self.mistakes.push(mistake::behind_the_end(token.place.clone()));
        }
        root
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    fn kind(&self) -> Option<Kind> {
        self.peek().map(|token| token.kind)
    }

    fn place(&self) -> Range<usize> {
        self.peek().map_or(self.text.len()..self.text.len(), |token| token.place.clone())
    }

    /// Whether the token behind that at hand stands between a key and its value.
    fn is_before_colon(&self) -> bool {
        self.tokens.get(self.next + 1).is_some_and(Token::is_colon)
    }

    /// Whether no value stands here.
    fn is_at_end(&self) -> bool {
        matches!(self.kind(), None | Some(Kind::Close(_) | Kind::Comma | Kind::Semicolon))
    }

    fn object(&mut self) -> Table<'s> {
        let mut table = Table::default();
        let is_open = self.list(Bracket::Brace, |builder| builder.member(&mut table));
        table.has_unread |= is_open;
        table
    }

    fn array(&mut self) -> ValueKind<'s> {
        let mut items = Vec::new();
        self.list(Bracket::Square, |builder| {
            items.push(builder.value());
            true
        });
        ValueKind::Array(items)
    }

    /// Members or items between brackets, and says whether the closing bracket is missing. `item` says
    /// whether there is something behind which a comma has to follow.
    fn list(&mut self, bracket: Bracket, mut item: impl FnMut(&mut Self) -> bool) -> bool {
        self.next += 1;
        self.commas(false);
        loop {
            match self.peek() {
                None => return true,
                Some(token) if matches!(token.kind, Kind::Close(_)) => {
                    let is_added = token.is_added;
                    self.next += 1;
                    return is_added;
                }
                Some(_) => {}
            }
            let before = self.next;
            let is_item = item(self);
            let is_comma = self.commas(is_item);
            if is_item && !is_comma {
                self.no_comma(bracket);
            }
            // Nothing could be made of it, which has been reported.
            self.next = self.next.max(before + 1);
        }
    }

    /// Passes commas, of which one is wanted behind an item, and says whether there are any.
    fn commas(&mut self, is_behind_item: bool) -> bool {
        let first = self.next;
        while self.peek().is_some_and(Token::is_comma) {
            self.next += 1;
        }
        let tokens = self.tokens;
        let commas = &tokens[first..self.next];
        let is_last = matches!(self.kind(), Some(Kind::Close(_)) | None);
        let semicolon = commas.iter().find(|comma| comma.kind == Kind::Semicolon);
        let wanted = usize::from(is_behind_item);
        if let Some(semicolon) = semicolon {
            let is_comma = is_behind_item && commas.len() == 1 && !is_last;
            self.mistakes.push(mistake::semicolon(semicolon.place.clone(), is_comma));
        } else if let Some(comma) = commas.get(wanted) {
            self.mistakes.push(mistake::comma_too_many(comma.place.clone()));
        } else if is_last
            && !self.peek().is_some_and(|close| close.is_added)
            && let Some(comma) = commas.last()
        {
            self.mistakes.push(mistake::trailing_comma(comma.place.clone()));
        }
        !commas.is_empty()
    }

    /// What stands behind an item, where a comma or a closing bracket should.
    fn no_comma(&mut self, bracket: Bracket) {
        let is_added = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_added);
        let Some(token) = self.peek().filter(|_| !is_added(self.next - 1) && !is_added(self.next))
        else {
            return;
        };
        let place = token.place.clone();
        match token.kind {
            Kind::Close(_) => {}
            Kind::Colon | Kind::Equals => {
                self.mistakes.push(mistake::colon_too_many(place));
                self.next += 1;
                self.skip_value();
                self.commas(true);
            }
            Kind::Word if !word::is_value(&self.text[place.clone()]) => {
                self.mistakes.push(mistake::stray(place));
                self.next += 1;
                self.commas(true);
            }
            _ => self.mistakes.push(mistake::no_comma(place, bracket)),
        }
    }

    /// Passes a value that belongs to nothing.
    fn skip_value(&mut self) {
        if !self.is_at_end() {
            self.value();
        }
    }

    /// A key and its value. Says whether there is one, even without its value.
    fn member(&mut self, table: &mut Table<'s>) -> bool {
        let Some(token) = self.peek() else { return false };
        let place = token.place.clone();
        if !token.is_string() {
            table.has_unread = true;
            return self.no_key(place);
        }
        let key = self.key();
        let value = if !self.colon() {
            self.without_colon(place)
        } else if self.is_at_end() {
            self.mistakes.push(mistake::no_value(place.clone()));
            self.broken(place)
        } else {
            self.value()
        };
        match table.get(&key.value) {
            Some(first) => self.diagnostics.add(duplicate_key(&key, first.key.span)),
            None => {
                table.push(key, value);
            }
        }
        true
    }

    /// What stands in the place of a key.
    fn no_key(&mut self, place: Range<usize>) -> bool {
        let is_word = self.kind() == Some(Kind::Word);
        if is_word && !self.is_before_colon() {
            self.mistakes.push(mistake::stray(place));
            self.next += 1;
            return false;
        }
        self.mistakes.push(mistake::no_key(place));
        if self.is_before_colon() {
            self.next += 1;
        }
        if self.peek().is_some_and(Token::is_colon) {
            self.next += 1;
        }
        self.skip_value();
        true
    }

    fn key(&mut self) -> Key<'s> {
        let (value, _, span) = self.text();
        Spanned { value, span }
    }

    /// Passes the colon behind a key, if there is one.
    fn colon(&mut self) -> bool {
        let Some(token) = self.peek().filter(|token| token.is_colon()) else { return false };
        let (kind, place) = (token.kind, token.place.clone());
        self.next += 1;
        if kind == Kind::Equals {
            let written = &self.text[place.clone()];
            self.mistakes.push(mistake::other_colon(place, written));
        } else if let Some(second) = self.peek().filter(|token| token.is_colon()) {
            self.mistakes.push(mistake::colon_too_many(second.place.clone()));
        }
        while self.peek().is_some_and(Token::is_colon) {
            self.next += 1;
        }
        true
    }

    /// The value of a key that no colon follows.
    fn without_colon(&mut self, key: Range<usize>) -> SourceValue<'s> {
        let is_value = match self.kind() {
            Some(Kind::String | Kind::Mended | Kind::Word) => !self.is_before_colon(),
            Some(Kind::Open(_)) => true,
            _ => false,
        };
        if is_value {
            self.mistakes.push(mistake::no_colon(self.place()));
            return self.value();
        }
        self.mistakes.push(mistake::no_value(key.clone()));
        self.broken(key)
    }

    fn value(&mut self) -> SourceValue<'s> {
        let place = self.place();
        match self.kind() {
            Some(Kind::Open(bracket)) => self.nested(bracket),
            Some(Kind::String | Kind::Mended) => {
                let (text, is_whole, span) = self.text();
                let kind = if is_whole { ValueKind::String(text) } else { ValueKind::Broken };
                SourceValue { kind, span }
            }
            Some(Kind::Word) => {
                self.next += 1;
                let (kind, mistake) = word::value(&self.text[place.clone()], place.clone());
                self.mistakes.extend(mistake);
                SourceValue { kind, span: self.span(place) }
            }
            _ => {
                self.next += 1;
                self.mistakes.push(mistake::no_item(place.clone()));
                self.broken(place)
            }
        }
    }

    fn broken(&self, place: Range<usize>) -> SourceValue<'s> {
        SourceValue { kind: ValueKind::Broken, span: self.span(place) }
    }

    fn nested(&mut self, bracket: Bracket) -> SourceValue<'s> {
        let open = self.place();
        let kind = if self.depth == DEEPEST {
            self.mistakes.push(mistake::too_deep(open.clone()));
            self.skip_nested();
            let end = self.tokens[self.next - 1].place.end;
            self.skipped.push(open.start + 1..end);
            ValueKind::Broken
        } else {
            self.depth += 1;
            let kind = match bracket {
                Bracket::Brace => ValueKind::Table(self.object()),
                Bracket::Square => self.array(),
            };
            self.depth -= 1;
            kind
        };
        let end = self.tokens[self.next - 1].place.end;
        SourceValue { kind, span: self.span(open.start..end.max(open.end)) }
    }

    /// Passes a bracket and all that is in it.
    fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        for token in &self.tokens[self.next..] {
            self.next += 1;
            match token.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// The string at hand, and whether all of it can be read.
    fn text(&mut self) -> (Cow<'s, str>, bool, Span) {
        let token = &self.tokens[self.next];
        self.next += 1;
        let place = token.place.clone();
        let span = self.span(place.clone());
        if token.kind == Kind::String {
            let inside = place.start + 1..place.end - 1;
            let (text, is_whole) = string::text(self.text, inside, self.mistakes);
            return (text, is_whole, span);
        }
        // What is wrong with it has been said.
        let mut second = Vec::new();
        let (text, is_whole) = string::text(self.text, place, &mut second);
        let is_cut_off = self.tokens[self.next..].iter().all(|token| token.is_added);
        (text, is_whole && second.is_empty() && !is_cut_off, span)
    }

    fn span(&self, place: Range<usize>) -> Span {
        Span { file: self.file, start: offset(place.start), end: offset(place.end) }
    }
}
