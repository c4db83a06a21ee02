//! A string at a node, as one piece or put together, and how it is cut.

use core::fmt::{self, Write};

use super::Resolver;
use crate::limit::Limited;
use crate::message::Message;
use crate::rows::RowRange;
use crate::slot_value::{Integer, SlotValue};
use crate::text::{TextId, Texts};
use crate::text_out::TextOut;

/// A string at a node. `Display` writes it, cut where its slot says so.
#[derive(Clone, Copy)]
pub struct Text<'r> {
    pub(super) source: TextSource<'r>,
    pub(super) max_length: Option<u32>,
}

#[derive(Clone, Copy)]
pub(crate) enum TextSource<'r> {
    Str {
        text: &'r str,
        /// Whether it is known to be in JSON as it is.
        is_plain: bool,
    },
    /// A value that is not text.
    Value(&'r SlotValue<'r>),
    Status(u16),
    Message(Message<'r>),
    /// A string of the shape with slots in it.
    Pieces(Resolver<'r>, RowRange),
}

impl<'r> TextSource<'r> {
    /// A text of a catalog; `None` for the number 0.
    #[inline]
    pub(super) fn find(texts: Texts<'r>, id: TextId) -> Option<Self> {
        if id == 0 {
            return None;
        }
        let (text, is_plain) = texts.get_with_plain(id);
        Some(Self::Str { text, is_plain })
    }

    /// Text that nothing has to be escaped in.
    pub(super) const fn plain(text: &'r str) -> Self {
        Self::Str { text, is_plain: true }
    }

    fn write<W: TextOut>(&self, out: &mut W) -> fmt::Result {
        match self {
            Self::Str { text, .. } => out.write_str(text),
            Self::Value(value) => value.write(out),
            Self::Status(status) => Integer::from(*status).with_digits(|d| out.write_plain(d)),
            Self::Message(message) => message.write(out),
            Self::Pieces(resolver, pieces) => {
                let pieces = resolver.shape().pieces_of(*pieces);
                let is_absent = |number| resolver.lacks(number);
                pieces.fill_present(out, is_absent, |n, out| resolver.slot(n).write_text(out))
            }
        }
    }

    pub(super) fn is_shorter(&self, length: u32) -> bool {
        let mut left = CharactersLeft(length);
        // It fails where there is nothing left to count.
        let _ = self.write(&mut left);
        left.0 > 0
    }
}

/// Counts characters down to zero.
struct CharactersLeft(u32);

impl TextOut for CharactersLeft {}

impl Write for CharactersLeft {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let count = text.chars().take(self.0 as usize).count();
        self.0 -= u32::try_from(count).unwrap_or(self.0);
        if self.0 == 0 { Err(fmt::Error) } else { Ok(()) }
    }
}

impl<'r> Text<'r> {
    /// The text, where it is one string as it stands; `None` where it is put together or cut.
    pub fn as_str(&self) -> Option<&'r str> {
        match self.source {
            TextSource::Str { text, .. } if self.max_length.is_none() => Some(text),
            _ => None,
        }
    }

    /// Whether the text is known to be in JSON as it is.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.source, TextSource::Str { is_plain: true, .. })
    }

    /// Writes the text.
    pub(crate) fn write<W: TextOut>(&self, out: &mut W) -> fmt::Result {
        let Some(max_length) = self.max_length else { return self.source.write(out) };
        let mut limited = Limited::new(out, max_length);
        self.source.write(&mut limited)?;
        limited.finish()
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}
