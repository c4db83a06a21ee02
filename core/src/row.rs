//! The facts of an entry or a status row as bytes.

use crate::fact::{FactKeys, TextFact, Word, WordFact, Words};
use crate::rows::{NONE, u16_at, u32_at};
use crate::text::TextId;

/// Bytes of an entry's row: the first of its own texts (4), its first template (4), the row of its
/// facts (2), how many parameters it has (2), the first of them (4).
pub(crate) const ENTRY: usize = 16;

/// The texts in a row that are no [`TextFact`], by their index. Those of the facts follow.
#[derive(Clone, Copy)]
pub(crate) enum PlainText {
    Name,
    Code,
    Variant,
    Docs,
    ProblemType,
    /// The first of the aliases of an entry. Of a status row, it is no text: the number of its first
    /// header.
    List,
    /// The first of the possible causes of an entry: when it is and what to do, both in every locale,
    /// then the next one.
    Causes,
}

const PLAIN_TEXTS: usize = PlainText::Causes as usize + 1;
const TEXTS: usize = PLAIN_TEXTS + TextFact::ALL.len();
const WORDS: usize = WordFact::ALL.len();

// Where each of the others begins.
const ASSUMED: usize = TEXTS * 4;
const STATUS: usize = ASSUMED + 4;
const OTHER: usize = STATUS + 2;
const LIST_LENGTH: usize = OTHER + 2;
const CAUSE_COUNT: usize = LIST_LENGTH + 2;
const FIXED_SLOTS: usize = CAUSE_COUNT + 2;
const FIXED_COUNT: usize = FIXED_SLOTS + 4;
const FLAGS: usize = FIXED_COUNT + 2;
const WORD: usize = FLAGS + 1;

/// Bytes of a row: its texts (4 each), the set of assumed facts (4), the status, the number of another
/// entry, the length of the list, how many causes (2 each), the first of the values that an entry puts into
/// slots (4), how many there are (2), flags and words (1 each).
pub(crate) const FACTS: usize = WORD + WORDS;

/// The bit of a text's number which says that it counts from the entry's own texts.
const OWN: u32 = 1 << 31;

/// The facts of an entry or a status row.
///
/// Entries have much in common besides their texts. They share rows: in a row, a text of an entry's
/// own is counted from the first of its own texts.
#[derive(Clone, Copy)]
pub(crate) struct FactRow<'c> {
    bytes: &'c [u8; FACTS],
    /// The first of the entry's own texts.
    own: TextId,
}

impl<'c> FactRow<'c> {
    pub(crate) const fn new(bytes: &'c [u8; FACTS], own: TextId) -> Self {
        Self { bytes, own }
    }

    const fn text_at(self, index: usize) -> TextId {
        let id = u32_at(self.bytes, index * 4);
        if id & OWN == 0 { id } else { self.own + (id & !OWN) }
    }

    pub(crate) const fn plain(self, text: PlainText) -> TextId {
        self.text_at(text as usize)
    }

    /// The text in the first locale; those of the others follow.
    pub(crate) const fn text(self, fact: TextFact) -> TextId {
        self.text_at(PLAIN_TEXTS + fact as usize)
    }

    pub(crate) const fn assumed(self) -> FactKeys {
        FactKeys(u32_at(self.bytes, ASSUMED))
    }

    pub(crate) const fn status(self) -> u16 {
        u16_at(self.bytes, STATUS)
    }

    /// The parent of an entry, or the entry of a status.
    pub(crate) const fn entry(self) -> Option<u16> {
        match u16_at(self.bytes, OTHER) {
            NONE => None,
            entry => Some(entry),
        }
    }

    pub(crate) const fn list_length(self) -> u16 {
        u16_at(self.bytes, LIST_LENGTH)
    }

    pub(crate) const fn cause_count(self) -> u16 {
        u16_at(self.bytes, CAUSE_COUNT)
    }

    /// The first of the values that an entry puts into slots, and how many there are.
    pub(crate) const fn fixed_slots(self) -> (u32, u16) {
        (u32_at(self.bytes, FIXED_SLOTS), u16_at(self.bytes, FIXED_COUNT))
    }

    pub(crate) const fn word(self, fact: WordFact) -> Option<Word> {
        match self.bytes[WORD + fact as usize] {
            0 => None,
            word => Some(Word::from_row(fact, word - 1)),
        }
    }

    pub(crate) const fn is_sent(self) -> bool {
        self.bytes[FLAGS] & 1 != 0
    }

    pub(crate) const fn is_retired(self) -> bool {
        self.bytes[FLAGS] & 2 != 0
    }

    pub(crate) const fn says_message(self) -> bool {
        self.bytes[FLAGS] & 4 != 0
    }
}

/// The facts of a row while a catalog is encoded.
#[derive(Default)]
pub(crate) struct FactValues {
    pub(crate) plain: [TextId; PLAIN_TEXTS],
    pub(crate) texts: [TextId; TextFact::ALL.len()],
    pub(crate) assumed: FactKeys,
    pub(crate) status: u16,
    pub(crate) entry: Option<u16>,
    pub(crate) list_length: u16,
    pub(crate) cause_count: u16,
    pub(crate) fixed_slots: u32,
    pub(crate) fixed_count: u16,
    pub(crate) is_sent: bool,
    pub(crate) is_retired: bool,
    pub(crate) says_message: bool,
    pub(crate) words: Words,
}

impl FactValues {
    /// The row, with texts from a number on as an entry's own.
    pub(crate) fn encode(&self, own: TextId) -> [u8; FACTS] {
        let mut row = [0; FACTS];
        for (at, text) in self.plain.iter().chain(&self.texts).enumerate() {
            let text = if *text >= own { (text - own) | OWN } else { *text };
            row[at * 4..][..4].copy_from_slice(&text.to_le_bytes());
        }
        row[ASSUMED..][..4].copy_from_slice(&self.assumed.0.to_le_bytes());
        row[STATUS..][..2].copy_from_slice(&self.status.to_le_bytes());
        row[OTHER..][..2].copy_from_slice(&self.entry.unwrap_or(NONE).to_le_bytes());
        row[LIST_LENGTH..][..2].copy_from_slice(&self.list_length.to_le_bytes());
        row[CAUSE_COUNT..][..2].copy_from_slice(&self.cause_count.to_le_bytes());
        row[FIXED_SLOTS..][..4].copy_from_slice(&self.fixed_slots.to_le_bytes());
        row[FIXED_COUNT..][..2].copy_from_slice(&self.fixed_count.to_le_bytes());
        let flags = [self.is_sent, self.is_retired, self.says_message];
        row[FLAGS] = flags.iter().rev().fold(0, |bits, flag| bits << 1 | u8::from(*flag));
        for (fact, word) in self.words.iter() {
            row[WORD + fact as usize] = word.map_or(0, |word| word.number() + 1);
        }
        row
    }
}
