//! Templates as a catalog keeps them: some text as it is, and the number of the parameter or slot behind it.

mod optional;
mod writer;

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use crate::rows::{Rows, u16_at, u32_at};
use crate::text::{ESCAPED, Texts};
use crate::text_out::TextOut;
pub(crate) use writer::PieceWriter;

/// Bytes of a piece's row: the offset of its text, with the bit [`ESCAPED`] (4), the length of the
/// text, with the bits [`OPENS`] and [`CLOSES`] (2), the number behind it (2).
pub(crate) const PIECE: usize = 8;

/// The bits of a piece that begins, and of one that ends, pieces that are left out where a number in
/// them has no value.
const OPENS: u16 = 1 << 15;
const CLOSES: u16 = 1 << 14;

/// The most bytes that the text of a piece has.
const LONGEST_TEXT: usize = CLOSES as usize - 1;

/// "Nothing behind the text."
const NO_NUMBER: u16 = u16::MAX;

/// The pieces of a template.
#[derive(Clone, Copy)]
pub(crate) struct Pieces<'c> {
    rows: Rows<'c, PIECE>,
    texts: Texts<'c>,
    first: usize,
    end: usize,
}

/// Some text, and the number of the parameter or slot behind it.
#[derive(Clone, Copy)]
pub(crate) struct Piece<'c> {
    pub(crate) text: &'c str,
    /// Whether the text is in JSON as it is.
    is_plain: bool,
    pub(crate) number: Option<u16>,
    /// Whether it begins, and whether it ends, pieces that may be left out.
    pub(crate) opens: bool,
    pub(crate) closes: bool,
}

impl<'c> Pieces<'c> {
    pub(crate) fn new(rows: Rows<'c, PIECE>, texts: Texts<'c>, pieces: Range<usize>) -> Self {
        Self { rows, texts, first: pieces.start, end: pieces.end }
    }

    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = Piece<'c>> {
        (self.first..self.end).map(move |at| {
            let row = self.rows.row(at);
            let (offset, length, number) = (u32_at(row, 0), u16_at(row, 4), u16_at(row, 6));
            let start = offset & !ESCAPED;
            Piece {
                text: self.texts.between(start, start + u32::from(length & !(OPENS | CLOSES))),
                is_plain: offset & ESCAPED == 0,
                number: (number != NO_NUMBER).then_some(number),
                opens: length & OPENS != 0,
                closes: length & CLOSES != 0,
            }
        })
    }

    /// The numbers in the pieces, in order; one that is there twice is there twice.
    pub(crate) fn numbers(self) -> impl Iterator<Item = u16> {
        self.iter().filter_map(|piece| piece.number)
    }

    /// The numbers outside of the pieces that may be left out.
    pub(crate) fn required_numbers(self) -> impl Iterator<Item = u16> {
        let mut is_open = false;
        self.iter().filter_map(move |piece| {
            let is_optional = is_open || piece.opens;
            is_open = is_optional && !piece.closes;
            piece.number.filter(|_| !is_optional)
        })
    }

    /// The bytes of text in the pieces.
    pub(crate) fn text_length(self) -> usize {
        self.iter().map(|piece| piece.text.len()).sum()
    }

    /// The pieces without those that are left out, since a number in them is absent.
    pub(crate) fn without_absent(
        self,
        is_absent: impl Fn(u16) -> bool,
    ) -> impl Iterator<Item = Piece<'c>> {
        let mut left_out = 0;
        self.iter().enumerate().filter_map(move |(at, piece)| {
            if piece.opens {
                let (count, numbers) = self.optional(at);
                if numbers.into_iter().any(&is_absent) {
                    left_out = count;
                }
            }
            if left_out > 0 {
                left_out -= 1;
                return None;
            }
            Some(piece)
        })
    }

    /// How many pieces are opened by one of them, and the numbers in them.
    fn optional(self, at: usize) -> (usize, Vec<u16>) {
        let mut numbers = Vec::new();
        let mut count = 0;
        for piece in self.iter().skip(at) {
            count += 1;
            numbers.extend(piece.number);
            if piece.closes {
                break;
            }
        }
        (count, numbers)
    }

    /// Whether some pieces may be left out.
    fn has_optional(self) -> bool {
        self.iter().any(|piece| piece.opens)
    }

    /// Writes the pieces, asking for what stands at each number.
    pub(crate) fn fill<W: TextOut>(
        self,
        out: &mut W,
        write_number: impl FnMut(u16, &mut W) -> fmt::Result,
    ) -> fmt::Result {
        Self::fill_from(self.iter(), out, write_number)
    }

    /// Writes the pieces, without those that are left out since a number in them is absent.
    pub(crate) fn fill_present<W: TextOut>(
        self,
        out: &mut W,
        is_absent: impl Fn(u16) -> bool,
        write_number: impl FnMut(u16, &mut W) -> fmt::Result,
    ) -> fmt::Result {
        Self::fill_from(self.without_absent(is_absent), out, write_number)
    }

    fn fill_from<W: TextOut>(
        pieces: impl Iterator<Item = Piece<'c>>,
        out: &mut W,
        mut write_number: impl FnMut(u16, &mut W) -> fmt::Result,
    ) -> fmt::Result {
        for piece in pieces {
            if piece.is_plain {
                out.write_plain(piece.text)?;
            } else {
                out.write_str(piece.text)?;
            }
            if let Some(number) = piece.number {
                write_number(number, out)?;
            }
        }
        Ok(())
    }

    /// What stands at each number in a text that was made of the pieces; `None` where the text does
    /// not fit, where two numbers stand side by side and nothing tells their values apart, or where
    /// one number would have two values.
    ///
    /// A value ends where the text behind its number stands for the first time; the last value ends
    /// where the last text does.
    pub(crate) fn extract(self, text: &str) -> Option<Vec<(u16, &str)>> {
        self.extract_where(text, |_, _| true)
    }

    /// The same. Where a text fits in several ways, since some pieces may be left out, one whose values
    /// are good comes first.
    pub(crate) fn extract_where<'t>(
        self,
        text: &'t str,
        is_good: impl Fn(u16, &str) -> bool,
    ) -> Option<Vec<(u16, &'t str)>> {
        if self.has_optional() {
            return optional::extract(self, text, &is_good);
        }
        // Each number with the text behind it; before the first number, there is none.
        let mut values: Vec<(Option<u16>, Cow<'c, str>)> = Vec::from([(None, Cow::Borrowed(""))]);
        for piece in self.iter() {
            let (_, behind) = values.last_mut()?;
            if behind.is_empty() {
                *behind = Cow::Borrowed(piece.text);
            } else {
                *behind += piece.text;
            }
            if piece.number.is_some() {
                values.push((piece.number, Cow::Borrowed("")));
            }
        }
        let (_, before) = &values[0];
        let mut rest = text.strip_prefix(&**before)?;
        let mut found = Vec::with_capacity(values.len() - 1);
        for (at, (number, behind)) in values.iter().enumerate().skip(1) {
            let is_last = at + 1 == values.len();
            let (value, next) = if is_last {
                (rest.strip_suffix(&**behind)?, "")
            } else if behind.is_empty() {
                return None;
            } else {
                rest.split_once(&**behind)?
            };
            found.push(((*number)?, value));
            rest = next;
        }
        let first = |number| found.iter().find(|(known, _)| *known == number);
        let agree =
            found.iter().all(|(number, value)| first(*number).is_some_and(|f| f.1 == *value));
        (rest.is_empty() && agree).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::{String, ToString};
    use core::fmt::Write as _;

    use super::*;
    use crate::limit::Limited;
    use crate::text::TextWriter;

    /// Encodes a template whose parameters are single letters, and hands on its pieces.
    fn with<T>(template: &str, look: impl FnOnce(Pieces<'_>) -> T) -> T {
        let mut texts = TextWriter::new(1);
        let id = texts.add("before it");
        texts.add(template);
        let offset = texts.offset(id) + 9;
        let mut pieces = PieceWriter::default();
        pieces.template(template, offset, &|name| name.bytes().next().map(u16::from));
        let (text, starts) = texts.finish().expect("short texts");
        let texts = Texts::new(&text, Rows::split(&starts, starts.len() / 4).0);
        let rows = Rows::split(pieces.rows.bytes(), pieces.rows.len()).0;
        look(Pieces::new(rows, texts, 0..pieces.rows.len()))
    }

    fn filled(template: &str) -> String {
        with(template, |pieces| {
            let mut out = String::new();
            let write = |number, out: &mut Limited<'_>| {
                write!(out, "<{}>", char::from(u8::try_from(number).unwrap_or(b'?')))
            };
            let mut limited = Limited::new(&mut out, u32::MAX);
            pieces.fill(&mut limited, write).expect("a string takes all");
            out
        })
    }

    #[test]
    fn parameters_are_filled_in_and_braces_made_single() {
        assert_eq!(filled("a {b} c{d}"), "a <b> c<d>");
        assert_eq!(filled("{{a}} {b} }}{{"), "{a} <b> }{");
        assert_eq!(filled("{b}"), "<b>");
        assert_eq!(filled(""), "");
        let long = "é".repeat(50_000);
        assert_eq!(filled(&format!("{long}{{b}}")), format!("{long}<b>"));
    }

    #[test]
    fn values_are_read_back() {
        let read = |template: &str, text: &str| {
            with(template, |pieces| {
                let values = pieces.extract(text)?.into_iter();
                Some(values.map(|(n, value)| format!("{n}={value}")).collect::<Vec<_>>())
            })
        };
        let some = |values: &[&str]| Some(values.iter().map(ToString::to_string).collect());
        assert_eq!(read("a {b} c {d}.", "a 1 c 2."), some(&["98=1", "100=2"]));
        assert_eq!(read("{b} of {d}", "1 of 2 of 3"), some(&["98=1", "100=2 of 3"]));
        assert_eq!(read("{{{b}}}", "{x}"), some(&["98=x"]));
        assert_eq!(read("a {b}.", "c 1."), None);
        assert_eq!(read("{a}{b}", "12"), None);
        assert_eq!(read("a", "a"), some(&[]));
        assert_eq!(read("a {{b}} c", "a {b} c"), some(&[]));
        assert_eq!(read("a", "ab"), None);
        assert_eq!(read("{a} of {b}, {a}", "1 of 2, 1"), some(&["97=1", "98=2", "97=1"]));
        assert_eq!(read("{a} of {b}, {a}", "1 of 2, 3"), None);
    }
}
