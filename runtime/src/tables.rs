//! The tables that the derive makes of a catalog file.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use crate::lookup::Lookup;
use crate::packed::Packed;
use crate::shape::Shape;
use crate::text::{TextId, Texts};

/// What the derive makes of a catalog file.
pub struct Tables {
    pub name: &'static str,
    pub title: TextId,
    pub docs: Option<&'static str>,
    pub version: Option<&'static str>,
    pub locales: &'static [&'static str],
    pub texts: Texts,
    pub codes: Codes,
    /// Every code and alias.
    pub names: Lookup,
    /// Every problem type.
    pub types: Lookup,
    /// In the order of their numbers.
    pub statuses: Rows,
    pub shape: Shape,
    /// The reason phrases of all registered statuses, in the order of the statuses; empty where the
    /// shape has no slot for one.
    pub reasons: &'static [(u16, &'static str)],
}

/// What a row says instead of a code's number.
pub(crate) const NO_CODE: u16 = u16::MAX;

/// The codes. Most of them share nearly everything but their texts, so a code is only where its own
/// texts begin, and which kind it is of.
pub struct Codes {
    codes: Packed,
    kinds: Rows,
}

impl Codes {
    /// Bytes of a code: the number of its first text in 32 bits, its kind in 16.
    const CODE: usize = 6;

    pub const fn new(codes: &'static [u8], kinds: &'static [u8]) -> Self {
        Self { codes: Packed(codes), kinds: Rows::new(kinds) }
    }

    pub(crate) const fn row(&self, code: u16) -> Row {
        let at = code as usize * Self::CODE;
        Row { own: self.codes.u32(at), ..self.kinds.row(self.codes.u16(at + 4)) }
    }
}

/// Rows of facts: of statuses, or of kinds of codes.
pub struct Rows(Packed);

impl Rows {
    pub const fn new(rows: &'static [u8]) -> Self {
        Self(Packed(rows))
    }

    pub(crate) const fn row(&self, number: u16) -> Row {
        Row { bytes: self.0.bytes(number as usize * Row::SIZE), own: 0 }
    }
}

/// A fact that is text, by its place in a row.
#[derive(Clone, Copy)]
pub(crate) enum Fact {
    Code,
    Variant,
    Title,
    Message,
    Description,
    Action,
    Reason,
    Docs,
    /// The problem type.
    TypeUri,
    /// Keys with blanks between them.
    Assumed,
    /// Names with blanks between them.
    Headers,
}

/// The facts of a code or a status: the numbers of its texts in 32 bits each, its status and the
/// number of another code in 16, its retry advice and its flags in 8.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    bytes: &'static [u8; Self::SIZE],
    /// Where the texts begin that are a code's own.
    own: TextId,
}

impl Row {
    const TEXTS: usize = Fact::Headers as usize + 1;
    const SIZE: usize = Self::TEXTS * 4 + 6;
    /// The bit of a text's number that says that it counts from the code's own texts.
    const OWN: u32 = 1 << 31;

    pub(crate) const fn text(self, fact: Fact) -> TextId {
        let at = fact as usize * 4;
        let bytes = self.bytes;
        let id = u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        if id & Self::OWN == 0 { id } else { self.own + (id & !Self::OWN) }
    }

    const fn byte(self, behind_texts: usize) -> u8 {
        self.bytes[Self::TEXTS * 4 + behind_texts]
    }

    pub(crate) const fn status(self) -> u16 {
        u16::from_le_bytes([self.byte(0), self.byte(1)])
    }

    /// A code's parent, or the code of a status.
    pub(crate) const fn code(self) -> Option<u16> {
        match u16::from_le_bytes([self.byte(2), self.byte(3)]) {
            NO_CODE => None,
            code => Some(code),
        }
    }

    /// 0: nothing is said; else 1 + the place in `RETRIES`.
    pub(crate) const fn retry(self) -> u8 {
        self.byte(4)
    }

    pub(crate) const fn is_sent(self) -> bool {
        self.byte(5) & 1 != 0
    }

    pub(crate) const fn is_retired(self) -> bool {
        self.byte(5) & 2 != 0
    }

    /// Whether the message has braces in any locale.
    pub(crate) const fn is_template(self) -> bool {
        self.byte(5) & 4 != 0
    }
}

/// How the bodies of codes begin: the JSON before the first slot that only the caller or an error's
/// fields can fill, in the default locale. Who writes no bodies does not link it.
pub struct Heads {
    json: &'static str,
    rows: Packed,
}

impl Heads {
    /// Bytes of a row: where the code's JSON begins in 32 bits, and the step behind it in 16.
    const ROW: usize = 6;

    /// The JSON of all codes, and a row for each; one more says where the last one ends.
    pub const fn new(json: &'static str, rows: &'static [u8]) -> Self {
        Self { json, rows: Packed(rows) }
    }

    /// How a code's body begins, and with which step it goes on.
    #[inline]
    pub(crate) fn head(&self, code: u16) -> (&'static [u8], usize) {
        let row = self.rows.bytes::<{ Self::ROW + 4 }>(usize::from(code) * Self::ROW);
        let [a, b, c, d, step_low, step_high, behind @ ..] = *row;
        let (start, end) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes(behind));
        let json = self.json.as_bytes().get(start as usize..end as usize).unwrap_or_default();
        (json, usize::from(u16::from_le_bytes([step_low, step_high])))
    }
}
