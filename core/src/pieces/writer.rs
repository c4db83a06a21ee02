//! Pieces while a catalog is encoded.

use core::ops::Range;

use super::{CLOSES, LONGEST_TEXT, NO_NUMBER, OPENS, PIECE};
use crate::json::is_plain;
use crate::rows::{RowWriter, row};
use crate::shape::PieceDef;
use crate::template::{TemplatePart, parts};
use crate::text::{ESCAPED, TextWriter};

/// Pieces while a catalog is encoded.
#[derive(Default)]
pub(crate) struct PieceWriter {
    pub(crate) rows: RowWriter<PIECE>,
    /// The offset, as in a row, and the length of the text before the next number.
    open: Option<(u32, u32)>,
    /// The bit [`OPENS`], where the next piece begins pieces that may be left out.
    opens: u16,
}

impl PieceWriter {
    /// The index of the next piece.
    pub(crate) fn next(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Adds text that stands at an offset of the catalog's texts.
    pub(crate) fn text(&mut self, text: &str, offset: u32) {
        self.end();
        let mut text = text;
        let mut offset = offset;
        loop {
            let mut length = text.len().min(LONGEST_TEXT);
            while !text.is_char_boundary(length) {
                length -= 1;
            }
            let (head, tail) = text.split_at(length);
            let length = u32::try_from(length).unwrap_or(0);
            let escaped = if is_plain(head.as_bytes()) { 0 } else { ESCAPED };
            self.open = Some((offset | escaped, length));
            if tail.is_empty() {
                return;
            }
            self.end();
            text = tail;
            offset += length;
        }
    }

    /// Adds a number behind the text.
    pub(crate) fn number(&mut self, number: u16) {
        let (offset, length) = self.open.take().unwrap_or_default();
        self.push(offset, length, number);
    }

    /// Ends a template.
    pub(crate) fn end(&mut self) {
        if let Some((offset, length)) = self.open.take() {
            self.push(offset, length, NO_NUMBER);
        }
    }

    fn push(&mut self, offset: u32, length: u32, number: u16) {
        let length = u16::try_from(length).unwrap_or(0) | core::mem::take(&mut self.opens);
        self.rows.push(row(&[&offset.to_le_bytes(), &length.to_le_bytes(), &number.to_le_bytes()]));
    }

    /// Adds a string of a shape; the numbers of its pieces.
    pub(crate) fn shape_text<'d>(
        &mut self,
        pieces: &'d [PieceDef],
        texts: &mut TextWriter<'d>,
    ) -> Range<u32> {
        let first = self.next();
        self.shape_pieces(pieces, texts);
        self.end();
        first..self.next()
    }

    fn shape_pieces<'d>(&mut self, pieces: &'d [PieceDef], texts: &mut TextWriter<'d>) {
        for piece in pieces {
            match piece {
                PieceDef::Fixed(text) => {
                    let id = texts.add(text.as_str());
                    self.text(text, texts.offset(id));
                }
                // `encode` refuses more slots.
                PieceDef::Slot(slot) => self.number(u16::try_from(*slot).unwrap_or(0)),
                PieceDef::Optional(pieces) => {
                    self.end();
                    self.opens = OPENS;
                    let first = self.next();
                    self.shape_pieces(pieces, texts);
                    self.end();
                    self.opens = 0;
                    if self.next() > first
                        && let Some(last) = self.rows.last_mut()
                    {
                        // The high byte of the length.
                        last[5] |= CLOSES.to_le_bytes()[1];
                    }
                }
            }
        }
    }

    /// Adds a template that stands at an offset of the texts. Of doubled braces, one is left out.
    pub(crate) fn template(
        &mut self,
        template: &str,
        offset: u32,
        number_of: &dyn Fn(&str) -> Option<u16>,
    ) {
        let mut at = 0;
        for part in parts(template).unwrap_or_default() {
            match part {
                TemplatePart::Placeholder { name, range } => {
                    at = range.end;
                    match number_of(name) {
                        Some(number) => self.number(number),
                        None => self.end(),
                    }
                }
                TemplatePart::Text(text) => {
                    let mut from = 0;
                    while let Some(brace) = text[from..].find(['{', '}']) {
                        // The first of the two is kept.
                        let end = from + brace + 1;
                        self.text_at(&text[from..end], offset, at + from);
                        from = end + 1;
                    }
                    if from < text.len() {
                        self.text_at(&text[from..], offset, at + from);
                    }
                    at += text.len();
                }
            }
        }
        self.end();
    }

    fn text_at(&mut self, text: &str, offset: u32, at: usize) {
        self.text(text, offset + u32::try_from(at).unwrap_or(0));
    }
}
