//! A mistake: what it changes in a text, and where a person would point at it.

use std::ops::Range;

use crate::outline::Node;

/// A piece of the good text, and what stands there instead.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    pub(crate) at: Range<usize>,
    pub(crate) text: String,
}

/// Where a finding may begin, any byte of it.
#[derive(Clone, Debug)]
enum Place {
    /// In the good text, as far as the edits leave it there.
    Old(Range<usize>),
    /// In what an edit has put there.
    New(usize, Range<usize>),
}

/// One mistake.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mistake {
    pub(crate) edits: Vec<Edit>,
    places: Vec<Place>,
}

impl Mistake {
    /// Another text in the place of a piece.
    pub(crate) fn replace(at: Range<usize>, text: impl Into<String>) -> Self {
        Self::default().and_replace(at, text)
    }

    /// A text before a byte.
    pub(crate) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    /// Nothing in the place of a piece.
    pub(crate) fn delete(at: Range<usize>) -> Self {
        Self::replace(at, "")
    }

    /// A second edit of the same mistake.
    pub(crate) fn and_replace(mut self, at: Range<usize>, text: impl Into<String>) -> Self {
        self.edits.push(Edit { at, text: text.into() });
        self
    }

    /// The finding begins at a byte of the good text, or this is as right as the places before.
    pub(crate) fn at(self, byte: usize) -> Self {
        self.within(byte..byte + 1)
    }

    /// The finding begins anywhere in a piece of the good text, or this is as right as the places before.
    pub(crate) fn within(mut self, piece: Range<usize>) -> Self {
        self.places.push(Place::Old(piece));
        self
    }

    /// The finding begins where the last edit’s text does, or this is as right as the places before.
    pub(crate) fn there(self) -> Self {
        self.in_new(0..1)
    }

    /// The finding begins in a piece of the last edit’s text, or this is as right as the places before.
    pub(crate) fn in_new(mut self, piece: Range<usize>) -> Self {
        self.places.push(Place::New(self.edits.len() - 1, piece));
        self
    }

    /// The finding begins at a key or its value.
    pub(crate) fn at_node(self, node: &Node) -> Self {
        self.at(node.key.start).at(node.value.start)
    }

    /// Whether it changes bytes that another one changes.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let touch = |a: &Range<usize>, b: &Range<usize>| a.start <= b.end && b.start <= a.end;
        self.edits.iter().any(|edit| other.edits.iter().any(|known| touch(&edit.at, &known.at)))
    }
}

/// A text with mistakes, and for each the pieces where a finding of it may begin.
pub(crate) struct Broken {
    pub(crate) text: String,
    pub(crate) places: Vec<Vec<Range<usize>>>,
}

impl Broken {
    pub(crate) fn new(text: &str, mistakes: &[Mistake]) -> Self {
        let mut edits: Vec<(usize, usize, &Edit)> = Vec::new();
        for (mistake, one) in mistakes.iter().enumerate() {
            edits.extend(one.edits.iter().enumerate().map(|(edit, what)| (mistake, edit, what)));
        }
        edits.sort_by_key(|(_, _, edit)| (edit.at.start, edit.at.end));
        let (mut broken, mut done) = (String::with_capacity(text.len() + 64), 0);
        // Where each edit’s text begins in the broken one.
        let mut starts = Vec::new();
        for (mistake, edit, what) in &edits {
            broken += &text[done..what.at.start];
            starts.push(((*mistake, *edit), broken.len()));
            broken += &what.text;
            done = what.at.end;
        }
        broken += &text[done..];
        let start = |mistake, edit| {
            let found = starts.iter().find(|(known, _)| *known == (mistake, edit));
            found.expect("an edit").1
        };
        let moved = |byte: usize| {
            let mut to = byte;
            for (_, _, edit) in &edits {
                if byte < edit.at.start {
                    break;
                }
                let passed = edit.at.end.min(byte) - edit.at.start;
                let added = if byte >= edit.at.end { edit.text.len() } else { 0 };
                to = to + added - passed;
            }
            to
        };
        let places = mistakes.iter().enumerate().map(|(mistake, one)| {
            let place = |place: &Place| match place {
                Place::Old(piece) => {
                    let start = moved(piece.start);
                    start..moved(piece.end).max(start + 1)
                }
                Place::New(edit, piece) => {
                    start(mistake, *edit) + piece.start..start(mistake, *edit) + piece.end
                }
            };
            one.places.iter().map(place).collect()
        });
        let places = places.collect();
        Self { text: broken, places }
    }
}
