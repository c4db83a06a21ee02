//! Tries what a statement that is broken was meant to be: a quote, a bracket or a sign is added or left
//! out, and the parser says whether that makes it a statement.

use std::ops::Range;

use toml_parser::parser::{Event, EventKind};
use toml_parser::{ParseError, Source, Span};

use super::mistake::Mistake;
use super::{is_closed, scalar, syntax};

/// One change of a text: a piece of it, and what stands there instead.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub(super) at: Range<usize>,
    pub(super) text: String,
}

impl Edit {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { at: at..at, text: text.into() }
    }

    pub(super) fn remove(at: Range<usize>) -> Self {
        Self { at, text: String::new() }
    }
}

/// What a broken statement may have been meant to be. Places count from the statement.
pub(super) struct Candidate {
    /// In the order of the text, without overlaps.
    pub(super) edits: Vec<Edit>,
    pub(super) mistake: Mistake,
    /// Where the string begins whose quote it adds, if its text is sure.
    pub(super) mended: Option<usize>,
    /// Where strings and brackets begin of which it adds an end that is not sure.
    pub(super) unclosed: Vec<usize>,
    /// Where the statement ends then.
    pub(super) end: usize,
    /// Whether numbers and words without quotes have to be some, too.
    pub(super) is_strict: bool,
}

impl Candidate {
    pub(super) fn new(statement: &str, edits: Vec<Edit>, mistake: Mistake) -> Self {
        let end = statement.len();
        Self { edits, mistake, mended: None, unclosed: Vec::new(), end, is_strict: false }
    }

    pub(super) fn strict(self) -> Self {
        Self { is_strict: true, ..self }
    }

    pub(super) fn mended(self, start: usize) -> Self {
        Self { mended: Some(start), ..self }
    }

    pub(super) fn unclosed(mut self, start: usize) -> Self {
        self.unclosed.push(start);
        self
    }

    pub(super) fn ending_at(self, end: usize) -> Self {
        Self { end, ..self }
    }
}

/// A statement with its edits, and the way back to the places that it had without them.
pub(super) struct Edited {
    text: String,
    /// For each edit where it begins and ends in the text, and where the edited piece began and ended.
    edits: Vec<(Range<usize>, Range<usize>)>,
}

impl Edited {
    pub(super) fn new(statement: &str, edits: &[Edit]) -> Self {
        let mut text = String::with_capacity(statement.len() + 8);
        let mut places = Vec::with_capacity(edits.len());
        let mut done = 0;
        for edit in edits {
            text += &statement[done..edit.at.start];
            let start = text.len();
            text += &edit.text;
            places.push((start..text.len(), edit.at.clone()));
            done = edit.at.end;
        }
        text += &statement[done..];
        Self { text, edits: places }
    }

    /// Where a byte was before the edits.
    fn before(&self, byte: usize) -> usize {
        self.place(byte, self.edits.partition_point(|(now, _)| now.end <= byte))
    }

    /// Where the end of a piece was before the edits: what was left out behind it is not a part of it.
    fn end_before(&self, byte: usize) -> usize {
        self.place(byte, self.edits.partition_point(|(now, _)| now.end < byte))
    }

    fn place(&self, byte: usize, passed: usize) -> usize {
        let (end, was) = match passed.checked_sub(1) {
            Some(last) => (self.edits[last].0.end, self.edits[last].1.end),
            None => (0, 0),
        };
        match self.edits.get(passed) {
            Some((now, was)) if byte >= now.start => was.start,
            _ => byte - end + was,
        }
    }

    /// The place before the edits of one in the edited text.
    pub(super) fn place_before(&self, place: Range<usize>) -> Range<usize> {
        let start = self.before(place.start);
        start..self.end_before(place.end).max(start)
    }

    fn moved(&self, event: &Event, by: usize) -> Event {
        let place = self.place_before(event.span().start()..event.span().end());
        let place = Span::new_unchecked(place.start + by, place.end + by);
        Event::new_unchecked(event.kind(), event.encoding(), place)
    }

    /// Adds its events as those of a statement at a byte of the file, whatever is wrong with it, and gives
    /// the errors, whose places are those in the edited text.
    pub(super) fn events(&self, at: usize, events: &mut Vec<Event>) -> Vec<ParseError> {
        let source = Source::new(&self.text);
        let first = events.len();
        let errors = syntax::events(source, &source.lex().into_vec(), events);
        for event in &mut events[first..] {
            *event = self.moved(event, at);
        }
        errors
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds its events as those of a statement at a byte of the file, and says whether it is one.
    pub(super) fn try_events(&self, at: usize, is_strict: bool, events: &mut Vec<Event>) -> bool {
        let source = Source::new(&self.text);
        let tokens = source.lex().into_vec();
        if !tokens.iter().all(|token| is_closed(&self.text, token)) {
            return false;
        }
        let first = events.len();
        let errors = syntax::events(source, &tokens, events);
        let is_one = errors.is_empty()
            && events[first..].iter().all(|event| is_written(source, event, is_strict));
        if is_one {
            for event in &mut events[first..] {
                *event = self.moved(event, at);
            }
        } else {
            events.truncate(first);
        }
        is_one
    }
}

/// Whether a key or a value is there, which the parser makes up where none is.
fn is_written(source: Source<'_>, event: &Event, is_strict: bool) -> bool {
    let is_empty = event.span().is_empty();
    match event.kind() {
        EventKind::Scalar if event.encoding().is_none() && is_strict => {
            !is_empty && scalar::value(source, event).1.is_none()
        }
        EventKind::SimpleKey | EventKind::Scalar => !is_empty,
        _ => true,
    }
}
