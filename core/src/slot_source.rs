//! What fills slots.

use crate::fact::{TextFact, WordFact};
use crate::slot_type::SlotType;

/// What fills a slot that the caller has not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum SlotSource {
    /// The HTTP status.
    Status,
    /// The code.
    Code,
    /// A text of the entry; of the message, with its parameters filled in.
    Text(TextFact),
    /// A word of the entry.
    Word(WordFact),
    /// The reason phrase of the status (RFC 9110 §15).
    Reason,
    /// The documentation link.
    Docs,
    /// The problem type (RFC 9457 §3.1.1).
    ProblemType,
    /// An object of the parameters that have a value, by their names.
    Parameters,
    /// Nothing: only the caller fills it.
    Caller,
}

impl SlotSource {
    /// What fills `{message}`.
    pub(crate) const MESSAGE: Self = Self::Text(TextFact::Message);

    /// Whether what it gives names an entry: a code or a problem type.
    pub const fn names_entry(self) -> bool {
        matches!(self, Self::Code | Self::ProblemType)
    }

    /// Whether the entry of an error fills it, so that the place of the slot is that of an error.
    pub const fn is_of_entry(self) -> bool {
        !matches!(self, Self::Caller | Self::Status | Self::Reason | Self::Parameters)
    }

    const OTHERS: [Self; 7] = [
        Self::Caller,
        Self::Status,
        Self::Code,
        Self::Reason,
        Self::Docs,
        Self::ProblemType,
        Self::Parameters,
    ];

    /// Whether what it gives fits a type. It is text; a status is a number too, and a code may be one.
    pub const fn can_fill(self, slot_type: SlotType) -> bool {
        if matches!(self, Self::Parameters) {
            return matches!(slot_type, SlotType::Object | SlotType::Any);
        }
        match slot_type {
            SlotType::String | SlotType::Any => true,
            SlotType::Integer | SlotType::Number => {
                matches!(self, Self::Status | Self::Code | Self::Caller)
            }
            SlotType::Boolean
            | SlotType::Array
            | SlotType::Object
            | SlotType::Delay
            | SlotType::Time => matches!(self, Self::Caller),
        }
    }

    /// The number in a slot's row: that of one of the others, then texts, then words.
    pub(crate) fn number(self) -> u8 {
        let number = match self {
            Self::Text(fact) => Self::OTHERS.len() + fact as usize,
            Self::Word(fact) => Self::OTHERS.len() + TextFact::ALL.len() + fact as usize,
            other => Self::OTHERS.iter().position(|known| *known == other).unwrap_or(0),
        };
        // There are fewer than 256.
        u8::try_from(number).unwrap_or(0)
    }

    pub(crate) const fn from_number(number: u8) -> Self {
        let number = number as usize;
        let texts = Self::OTHERS.len();
        let words = texts + TextFact::ALL.len();
        if number < texts {
            Self::OTHERS[number]
        } else if number < words {
            Self::Text(TextFact::ALL[number - texts])
        } else {
            Self::Word(WordFact::ALL[number - words])
        }
    }
}
