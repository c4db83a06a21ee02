//! Brackets of values that are not closed, or never opened.

use toml_parser::lexer::{Token, TokenKind};

use super::{Broken, Candidate, start};
use crate::toml::mistake::{self, Mistake};
use crate::toml::repair::Edit;

/// The brackets of a statement, and what would close those that are open.
#[derive(Default)]
pub(in crate::toml) struct Brackets {
    /// Where those stand that are not closed, the first one first, and what they are.
    open: Vec<(usize, char)>,
    /// The closing brackets that are missing.
    pub(in crate::toml) closing: Vec<Edit>,
    /// Where those stand that are not closed, in any order.
    pub(in crate::toml) unclosed: Vec<usize>,
    /// Closing brackets that close nothing.
    stray: Vec<(usize, char)>,
}

impl Brackets {
    pub(super) fn of(broken: &Broken<'_>) -> Self {
        let mut brackets = Self::default();
        if !broken.is_header() {
            for token in broken.words() {
                brackets.pass(token);
            }
            let missing: String =
                brackets.open.iter().rev().map(|(_, bracket)| closes(*bracket)).collect();
            if !missing.is_empty() {
                brackets.closing.push(Edit::insert(broken.end(), missing));
            }
        }
        let open = brackets.open.iter().map(|(at, _)| *at);
        brackets.unclosed.extend(open);
        brackets
    }

    fn pass(&mut self, token: &Token) {
        let at = start(token);
        match token.kind() {
            TokenKind::LeftSquareBracket => self.open.push((at, '[')),
            TokenKind::LeftCurlyBracket => self.open.push((at, '{')),
            TokenKind::RightSquareBracket => self.close(at, '['),
            TokenKind::RightCurlyBracket => self.close(at, '{'),
            _ => {}
        }
    }

    fn close(&mut self, at: usize, bracket: char) {
        let Some(opened) = self.open.iter().rposition(|(_, open)| *open == bracket) else {
            self.stray.push((at, bracket));
            return;
        };
        let inner = self.open.split_off(opened + 1);
        self.open.pop();
        if !inner.is_empty() {
            let missing: String = inner.iter().rev().map(|(_, open)| closes(*open)).collect();
            self.closing.push(Edit::insert(at, missing));
            self.unclosed.extend(inner.into_iter().map(|(at, _)| at));
        }
    }

    /// What closes the brackets that are open where a string begins that has swallowed the rest.
    pub(super) fn closing_before(&self, at: usize) -> String {
        self.open
            .iter()
            .rev()
            .filter(|(open, _)| *open < at)
            .map(|(_, bracket)| closes(*bracket))
            .collect()
    }

    /// Where the brackets stand that are open there.
    pub(super) fn open_before(&self, at: usize) -> impl Iterator<Item = usize> {
        self.open.iter().map(|(open, _)| *open).filter(move |open| *open < at)
    }

    /// The finding for the first of those that are not closed.
    pub(in crate::toml) fn mistake(&self, text: &str) -> Option<Mistake> {
        let first = self.unclosed.iter().min()?;
        let bracket = text[*first..].chars().next()?;
        Some(mistake::unclosed(*first, bracket))
    }
}

fn closes(bracket: char) -> char {
    if bracket == '[' { ']' } else { '}' }
}

/// `["en"}`: a bracket of the other kind.
pub(super) fn wrong(broken: &Broken<'_>) -> Vec<Candidate> {
    let brackets = broken.brackets();
    let ([(open, bracket)], [(stray, _)]) = (&brackets.open[..], &brackets.stray[..]) else {
        return Vec::new();
    };
    if stray < open {
        return Vec::new();
    }
    let place = *stray..stray + 1;
    let close = closes(*bracket);
    let message = format!("a `{bracket}` is closed by a `{}`", &broken.text[place.clone()]);
    let mistake = Mistake::new(place.clone(), message, format!("write `{close}`"));
    let edit = Edit { at: place, text: close.to_string() };
    vec![Candidate::new(broken.text, vec![edit], mistake)]
}

/// Closing brackets at the end of the statement, and before those that close one further out.
pub(super) fn closing(broken: &Broken<'_>) -> Vec<Candidate> {
    let brackets = broken.brackets();
    let Some(mistake) = brackets.mistake(broken.text) else { return Vec::new() };
    let candidate = Candidate::new(broken.text, brackets.closing, mistake);
    vec![Candidate { unclosed: brackets.unclosed, ..candidate }]
}

/// An opening bracket before the value, or no closing one.
pub(super) fn opening(broken: &Broken<'_>) -> Vec<Candidate> {
    const MOST: usize = 8;
    let brackets = broken.brackets();
    let Some((stray, bracket)) = brackets.stray.first().copied() else { return Vec::new() };
    let length = broken.text[stray..].chars().next().map_or(0, char::len_utf8);
    let close = closes(bracket);
    let mistake = Mistake::new(
        stray..stray + length,
        format!("this `{close}` closes nothing"),
        format!("leave it out, or add the `{bracket}` that it closes"),
    );
    let edit = Edit::remove(stray..stray + length);
    let without = Candidate::new(broken.text, vec![edit], mistake);
    // `400]` and `["a"]]` are whole without it; `"a"]` may be a list.
    let before = broken.words().take_while(|word| start(word) < stray).last();
    let is_too_many = before.is_some_and(|before| {
        matches!(
            before.kind(),
            TokenKind::Atom | TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket
        )
    });
    let mut candidates = Vec::new();
    let places = broken.words_in_order().filter_map(|(before, word)| {
        let is_place = before.is_some_and(|before| {
            matches!(before.kind(), TokenKind::Equals | TokenKind::LeftSquareBracket)
        });
        (is_place && start(word) < stray).then_some(start(word))
    });
    for at in places.take(MOST) {
        let edit = Edit::insert(at, bracket);
        let mistake = mistake::no_opening(at, bracket);
        candidates.push(Candidate::new(broken.text, vec![edit], mistake).strict());
    }
    candidates.insert(if is_too_many { 0 } else { candidates.len() }, without);
    candidates
}
