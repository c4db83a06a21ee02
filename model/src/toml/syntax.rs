//! What was found in the syntax of a file beside its events.

use std::collections::HashSet;
use std::ops::Range;

use toml_parser::parser::{Event, RecursionGuard, ValidateWhitespace, parse_document};
use toml_parser::{ParseError, Source};

use super::mistake::Mistake;
use crate::tree::DEEPEST;

/// The mistakes in the syntax, and which pieces they make doubtful.
#[derive(Default)]
pub(super) struct Syntax {
    mistakes: Vec<Mistake>,
    /// Where strings begin that lack a quote, and whose text is sure.
    mended: HashSet<usize>,
    /// Where other strings begin that lack a quote, and brackets that lack their closing one.
    unclosed: HashSet<usize>,
    /// Pieces of which nothing more is said, in the order of the file.
    explained: Vec<Range<usize>>,
}

impl Syntax {
    pub(super) fn add(&mut self, mistake: Mistake) {
        self.mistakes.push(mistake);
    }

    /// Adds a mistake in a key or a value, unless another one explains it.
    pub(super) fn add_second(&mut self, mistake: Option<Mistake>) {
        if let Some(mistake) = mistake
            && !self.is_explained(mistake.place.start)
        {
            self.mistakes.push(mistake);
        }
    }

    pub(super) fn add_unclosed(&mut self, start: usize) {
        self.unclosed.insert(start);
    }

    pub(super) fn add_mended(&mut self, start: usize) {
        self.mended.insert(start);
    }

    /// Whether a string that begins there lacks a quote, and all the rest of it is there.
    pub(super) fn is_mended(&self, start: usize) -> bool {
        !self.mended.is_empty() && self.mended.contains(&start)
    }

    /// Whether the string or the bracket that begins there has no end.
    pub(super) fn is_unclosed(&self, start: usize) -> bool {
        !self.unclosed.is_empty() && self.unclosed.contains(&start)
    }

    /// Says nothing more of a piece. Pieces are added in the order of the file.
    pub(super) fn explain(&mut self, piece: Range<usize>) {
        self.explained.push(piece);
    }

    fn is_explained(&self, at: usize) -> bool {
        let behind = self.explained.partition_point(|piece| piece.start <= at);
        behind > 0 && at < self.explained[behind - 1].end
    }

    /// The mistakes in the order of the file, each place once.
    pub(super) fn into_mistakes(mut self) -> Vec<Mistake> {
        self.mistakes.sort_by_key(|mistake| mistake.place.start);
        self.mistakes.dedup_by_key(|mistake| mistake.place.start);
        self.mistakes
    }
}

/// Adds the events of some tokens, and gives the errors of the parser.
pub(super) fn events(
    source: Source<'_>,
    tokens: &[toml_parser::lexer::Token],
    events: &mut Vec<Event>,
) -> Vec<ParseError> {
    let mut errors = Vec::new();
    let mut receiver = ValidateWhitespace::new(events, source);
    let mut receiver = RecursionGuard::new(&mut receiver, DEEPEST);
    parse_document(tokens, &mut receiver, &mut errors);
    errors
}
