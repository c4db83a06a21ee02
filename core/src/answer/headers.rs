//! The headers of an answer, as they were received and as the catalog reads them.

use alloc::string::String;
use alloc::vec::Vec;

use super::errors::Errors;
use super::found::{self, Found, Place};
use super::{Answer, Basis};
use crate::field_value::{with_pairs, without_pairs};
use crate::header::Header;
use crate::pieces::{Piece, Pieces};

/// How many bytes of names and values of headers are kept. A header that has no room any more is dropped.
pub const HEADER_LIMIT: usize = 64 * 1024;

/// The headers that were received, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ReceivedHeaders {
    /// All names and values.
    text: String,
    /// Where the name of each header ends in the text, and where its value does.
    ends: Vec<(usize, usize)>,
}

impl ReceivedHeaders {
    fn add(&mut self, name: &str, value: &str) {
        // Blanks around a value are no part of it (RFC 9110 §5.5).
        let value = value.trim_matches([' ', '\t']);
        let room = HEADER_LIMIT - self.text.len();
        if (1..=room).contains(&name.len()) && value.len() <= room - name.len() {
            self.text.push_str(name);
            let name = self.text.len();
            self.text.push_str(value);
            self.ends.push((name, self.text.len()));
        }
    }

    fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |(name, value)| {
            let header = (&self.text[start..*name], &self.text[*name..*value]);
            start = *value;
            header
        })
    }

    /// The values of the headers with a name, in their order.
    pub(super) fn all<'h>(&'h self, name: &str) -> impl Iterator<Item = &'h str> {
        let is_named = move |known: &str| known.eq_ignore_ascii_case(name);
        self.iter().filter(move |(known, _)| is_named(known)).map(|(_, value)| value)
    }
}

impl Answer<'_> {
    /// Adds the headers that came with the answer, names and values, up to [`HEADER_LIMIT`] bytes of them.
    ///
    /// Those that the catalog has a value for, for answers of every status or of this one, are read as the
    /// body is: what is found in their slots is in [`slot`](Self::slot), and a code counts where the body
    /// has none, as do a message and all else that the catalog fills. In a list
    /// with quoted strings, such as a challenge (RFC 9110 §11.6.1), parameters that the catalog does not
    /// name are passed over. A value that is none of what the catalog says is kept, and nothing is read
    /// from it. Of several headers of one name, the first that
    /// fits counts.
    #[must_use]
    pub fn with_headers<N, V>(mut self, headers: impl IntoIterator<Item = (N, V)>) -> Self
    where
        N: AsRef<str>,
        V: AsRef<str>,
    {
        for (name, value) in headers {
            self.headers.add(name.as_ref(), value.as_ref());
        }
        self.read_headers();
        self
    }

    /// The value of a header as it was received, the first where there are several; `None` where none of
    /// that name came. Names have no case (RFC 9110 §5.1).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.all(name).next()
    }

    /// Every header that was received, name and value, in their order, up to [`HEADER_LIMIT`] bytes of
    /// them.
    pub fn headers(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.headers.iter()
    }

    fn read_headers(&mut self) {
        let catalog = self.catalog;
        let of_body = self.received.found.len();
        let mut pieces = Vec::new();
        for header in catalog.headers_with_row(Basis::of_status(catalog, self.status).row()) {
            for (slot, text) in self.values_of(header) {
                let row = catalog.slot(slot);
                // Of what an entry says, the body says it better.
                let is_there = |found: &Found| catalog.slot(found.slot).source() == row.source();
                if (row.is_callers() || !self.received.found[..of_body].iter().any(is_there))
                    && let Some(piece) = found::piece(row, &text)
                {
                    pieces.push((slot, piece));
                }
            }
        }
        if pieces.is_empty() {
            return;
        }
        // Those of elements stand behind those that are in none.
        let at = self.received.found.partition_point(|found| found.element == 0);
        let first = u32::try_from(self.received.pieces.len()).unwrap_or(u32::MAX);
        let (slots, pieces): (Vec<_>, Vec<_>) = pieces.into_iter().unzip();
        let found = (first..).zip(slots).map(|(piece, slot)| {
            let place = Place::Piece(piece);
            Found { slot, level: 0, element: 0, place }
        });
        self.received.found.splice(at..at, found);
        self.received.pieces.extend(pieces);
        self.errors = Errors::read(catalog, &self.received, self.status);
    }

    /// The values of the slots in a header; none where no header of the name is what the catalog says.
    fn values_of(&self, header: Header<'_>) -> Vec<(u16, String)> {
        let values = self.headers.all(header.name());
        let mut values = values.filter_map(|value| extract(header.pieces(), value));
        values.next().unwrap_or_default()
    }
}

/// The values of the slots in a header; `None` where its value is none of what the catalog says.
pub(super) fn extract(pieces: Pieces<'_>, value: &str) -> Option<Vec<(u16, String)>> {
    if !pieces.iter().any(|piece| piece.text.contains('"')) {
        let values = pieces.extract(value)?;
        return Some(values.into_iter().map(|(slot, text)| (slot, text.into())).collect());
    }
    let value = without_pairs(value);
    extract_quoted(pieces, &value)
        .or_else(|| extract_quoted(pieces, &without_unknown_elements(pieces, &value)))
}

fn extract_quoted(pieces: Pieces<'_>, value: &str) -> Option<Vec<(u16, String)>> {
    let values = pieces.extract(value)?;
    // A value does not go on behind the end of its quoted string.
    let is_whole = values.iter().all(|(_, text)| !text.contains('"'));
    is_whole.then(|| values.into_iter().map(|(slot, text)| (slot, with_pairs(text))).collect())
}

/// A list such as that of a challenge (RFC 9110 §11.2) without the parameters that the catalog does not
/// name, which have to be passed over, and with one blank behind each comma.
fn without_unknown_elements(pieces: Pieces<'_>, value: &str) -> String {
    let mut names = Vec::new();
    for Piece { text, .. } in pieces.iter() {
        let before = text.match_indices('=').map(|(at, _)| &text[..at]);
        names.extend(before.filter_map(|before| before.rsplit([' ', ',']).next()));
    }
    let is_known = |element: &&str| {
        let name = element.split_once('=').map(|(name, _)| name.trim_end());
        name.is_some_and(|name| names.contains(&name))
    };
    let mut is_quoted = false;
    let elements = value.split(|character| {
        is_quoted ^= character == '"';
        character == ',' && !is_quoted
    });
    let mut elements = elements.map(str::trim);
    let mut known = String::from(elements.next().unwrap_or_default());
    for element in elements.filter(is_known) {
        known.push_str(", ");
        known.push_str(element);
    }
    known
}
