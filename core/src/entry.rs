//! An entry of a catalog: its name, the code that travels, and everything that is said of it.

use core::fmt;

use crate::catalog::{Catalog, ENTRY_PARAMETER};
use crate::fact::{Actor, Effect, GrpcCode, Retry, TextFact, Word, WordFact};
use crate::fixed_slot::FixedSlots;
use crate::pieces::Pieces;
use crate::possible_cause::PossibleCause;
use crate::row::{FactRow, PlainText};
use crate::rows::{u16_at, u32_at};
use crate::slot::SlotType;
use crate::status;
use crate::text::TextId;

/// Everything a catalog says of one error, whichever enum the error belongs to. Its name is its own; its
/// code, which travels, may be that of other entries too.
///
/// Facts that an entry does not give are inherited: from its parent, then from its status's row.
/// `locale` is a BCP 47 tag, matched by RFC 4647 lookup, with the catalog's default last.
#[derive(Clone, Copy)]
pub struct Entry<'c> {
    catalog: &'c Catalog<'c>,
    number: u16,
}

/// A parameter of an entry: a value that the error has, in its message or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter<'c> {
    /// Its name.
    pub name: &'c str,
    /// Its type, the same in every entry that has it: that of the slot of the same name, or what the
    /// catalog declares, or else a string.
    pub parameter_type: SlotType,
    /// A value as one may be, in JSON; `None` where the catalog gives none.
    pub example: Option<&'c str>,
}

impl fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Entry").field(&format_args!("{}", self.variant())).finish()
    }
}

/// Of the same catalog, and the same entry in it.
impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && core::ptr::eq(self.catalog, other.catalog)
    }
}

impl Eq for Entry<'_> {}

impl<'c> Entry<'c> {
    pub(crate) const CODE: PlainText = PlainText::Code;
    pub(crate) const DOCS: PlainText = PlainText::Docs;
    pub(crate) const TYPE: PlainText = PlainText::ProblemType;

    pub(crate) const fn new(catalog: &'c Catalog<'c>, number: u16) -> Self {
        Self { catalog, number }
    }

    pub(crate) const fn facts(self) -> FactRow<'c> {
        let row = self.catalog.entry_row(self.number);
        FactRow::new(self.catalog.entry_facts.row(u16_at(row, 8) as usize), u32_at(row, 0))
    }

    const fn get(self, text: PlainText) -> &'c str {
        self.catalog.texts.get(self.facts().plain(text))
    }

    const fn find(self, text: PlainText) -> Option<&'c str> {
        self.catalog.texts.find(self.facts().plain(text))
    }

    const fn localized(self, fact: TextFact, locale: &str) -> &'c str {
        self.catalog.texts.get(self.facts().text(fact) + self.catalog.locale(locale) as u32)
    }

    /// A text that an entry may lack.
    const fn find_localized(self, fact: TextFact, locale: &str) -> Option<&'c str> {
        match self.facts().text(fact) {
            0 => None,
            _ => Some(self.localized(fact, locale)),
        }
    }

    /// The catalog that the entry is in.
    pub const fn catalog(self) -> &'c Catalog<'c> {
        self.catalog
    }

    /// The entry's index among [`Catalog::codes`].
    pub const fn number(self) -> u16 {
        self.number
    }

    /// The name, which no other entry of the catalog has.
    pub const fn name(self) -> &'c str {
        self.get(PlainText::Name)
    }

    /// The code as it travels; other entries may have it too. The digits of the status where the API sends no code with it
    /// ([`is_sent`](Self::is_sent)).
    pub const fn as_str(self) -> &'c str {
        self.get(PlainText::Code)
    }

    /// The name of the variant that the entry becomes.
    pub const fn variant(self) -> &'c str {
        self.get(PlainText::Variant)
    }

    /// The HTTP status that the code travels with, 100 to 599.
    pub const fn status(self) -> u16 {
        self.facts().status()
    }

    /// The reason phrase of the status (RFC 9110 §15); `None` where it is not registered.
    pub const fn reason(self) -> Option<&'static str> {
        status::reason(self.status())
    }

    /// A short name; where the catalog has none, the reason phrase of the status or the code.
    pub const fn title(self, locale: &str) -> &'c str {
        self.localized(TextFact::Title, locale)
    }

    /// The text that travels, as the template it is: `{placeholders}` for what varies, `{{` and `}}`
    /// for braces. Where the catalog has none, the description or the title.
    pub const fn message(self, locale: &str) -> &'c str {
        self.localized(TextFact::Message, locale)
    }

    /// What the code means; where the catalog has none, the message with `…` for what varies.
    pub const fn description(self, locale: &str) -> &'c str {
        self.localized(TextFact::Description, locale)
    }

    /// What to do next; `None` where the catalog does not say.
    pub const fn action(self, locale: &str) -> Option<&'c str> {
        self.find_localized(TextFact::Action, locale)
    }

    /// What to tell the person who uses the app, in words that need no knowledge of the API; `None`
    /// where the catalog has none. The [`message`](Self::message) is for developers and never stands
    /// in for it.
    pub const fn user_message(self, locale: &str) -> Option<&'c str> {
        self.find_localized(TextFact::UserMessage, locale)
    }

    /// Whether sending the request again can help; `None` where the catalog does not say.
    pub const fn retry(self) -> Option<Retry> {
        Retry::from_word(self.facts().word(WordFact::Retry))
    }

    /// Who has to act; `None` where the catalog does not say.
    pub const fn actor(self) -> Option<Actor> {
        Actor::from_word(self.facts().word(WordFact::Actor))
    }

    /// Whether a request that got the code may have taken effect; where the catalog does not say,
    /// what the status says, [`Effect::of_status`].
    pub const fn effect(self) -> Effect {
        Effect::said_or_of(self.facts().word(WordFact::Effect), self.status())
    }

    /// The code of gRPC; where the catalog does not say, that of the status, [`GrpcCode::of_status`].
    pub const fn grpc(self) -> GrpcCode {
        GrpcCode::said_or_of(self.facts().word(WordFact::Grpc), self.status())
    }

    /// The facts that are one of a few words, as the catalog writes them; those that it does not say
    /// are left out.
    pub fn words(self) -> impl Iterator<Item = (WordFact, &'static str)> {
        WordFact::ALL.into_iter().filter_map(move |fact| Some((fact, self.said_word(fact)?)))
    }

    /// A link to the code's own documentation; `None` where the catalog has none.
    pub const fn docs(self) -> Option<&'c str> {
        self.find(PlainText::Docs)
    }

    /// The problem type (RFC 9457 §3.1.1), a URI reference; `None` where the catalog gives none, which
    /// is `about:blank`.
    pub const fn problem_type(self) -> Option<&'c str> {
        self.find(PlainText::ProblemType)
    }

    /// The more general entry that this one is sent under; `None` where there is none.
    pub const fn parent(self) -> Option<Self> {
        match self.facts().entry() {
            Some(number) => Some(Self { number, ..self }),
            None => None,
        }
    }

    /// Whether it is another entry or one below it: the other one is the entry itself, its parent, or the
    /// parent's parent, and so on.
    pub fn is_a(self, other: Entry<'_>) -> bool {
        self.lineage().any(|entry| entry == other)
    }

    /// The values that the entry puts into slots itself.
    pub(crate) fn fixed_slots(self) -> FixedSlots<'c> {
        let (first, count) = self.facts().fixed_slots();
        FixedSlots::new(self.catalog.fixed_slots, self.catalog.texts, first, count)
    }

    /// How many entries the chain of parents has that leads to this one, itself included: its level.
    #[inline]
    pub(crate) fn depth(self) -> usize {
        self.lineage().count()
    }

    /// The entry at a level of the chain of parents that leads to this one, 1 for the outermost; `None`
    /// where the chain is shorter.
    pub(crate) fn at_level(self, level: usize) -> Option<Self> {
        self.lineage().nth(self.depth().checked_sub(level)?)
    }

    /// The outermost in the chain of parents.
    #[inline]
    pub(crate) fn outermost(self) -> Self {
        let mut entry = self;
        while let Some(parent) = entry.parent() {
            entry = parent;
        }
        entry
    }

    /// The entry, its parent, and so on.
    pub(crate) fn lineage(self) -> impl Iterator<Item = Self> {
        core::iter::successors(Some(self), |entry| entry.parent())
    }

    /// Whether the code is retired: read and explained, and not sent by new programs. An error enum
    /// cannot have it, and a program that names its variant gets a warning; one that finds it at run
    /// time may write it.
    pub const fn is_retired(self) -> bool {
        self.facts().is_retired()
    }

    /// Whether a table of the catalog says the message, or another text that stands for it; false where
    /// nothing but the title that every entry has does.
    pub(crate) const fn says_message(self) -> bool {
        self.facts().says_message()
    }

    /// Whether the code stands in bodies. Some APIs send one with some of their errors only; the
    /// others are known by their status.
    pub const fn is_sent(self) -> bool {
        self.facts().is_sent()
    }

    /// Other spellings that are read as this code.
    pub fn aliases(self) -> impl ExactSizeIterator<Item = &'c str> {
        let (texts, row) = (self.catalog.texts, self.facts());
        let first = row.plain(PlainText::List);
        (0..row.list_length()).map(move |alias| texts.get(first + u32::from(alias)))
    }

    /// What may be behind the error, in the order of the catalog, and what to do in each case. None is
    /// inherited: what is behind a more general error need not be behind this one.
    pub fn causes(self) -> impl ExactSizeIterator<Item = PossibleCause<'c>> {
        let (catalog, row) = (self.catalog, self.facts());
        (0..row.cause_count())
            .map(move |number| PossibleCause::new(catalog, row.plain(PlainText::Causes), number))
    }

    /// The numbers of the parameters, in the order of [`parameters`](Self::parameters).
    pub(crate) fn parameter_numbers(self) -> impl Iterator<Item = u16> {
        self.parameter_rows().iter().map(|row| u16_at(row, 0))
    }

    fn parameter_rows(self) -> &'c [[u8; ENTRY_PARAMETER]] {
        let row = self.catalog.entry_row(self.number);
        let (first, count) = (u32_at(row, 12) as usize, usize::from(u16_at(row, 10)));
        self.catalog.entry_parameters.rows(first..first + count)
    }

    /// The parameters: those of the message in the order of the default locale's text, then those that
    /// stand in no message.
    pub fn parameters(self) -> impl ExactSizeIterator<Item = Parameter<'c>> {
        let catalog = self.catalog;
        self.parameter_rows().iter().map(|row| {
            let number = u16_at(row, 0);
            Parameter {
                name: catalog.parameter_name(number),
                parameter_type: catalog.parameter_type(number),
                example: catalog.texts.find(u32_at(row, 2)),
            }
        })
    }

    /// The keys of the catalog's entry (`status`, `parent`, …) whose values are not in the API's own
    /// documentation.
    pub fn assumed(self) -> impl Iterator<Item = &'static str> {
        self.facts().assumed().iter().map(super::fact::FactKey::as_str)
    }

    /// A text that is the same in every locale; 0 where the entry has none.
    #[inline]
    pub(crate) const fn plain(self, text: PlainText) -> TextId {
        self.facts().plain(text)
    }

    /// A text in one of the locales; 0 where the entry has none.
    #[inline]
    pub(crate) fn text(self, fact: TextFact, locale: u16) -> TextId {
        match self.facts().text(fact) {
            0 => 0,
            id => id + u32::from(locale),
        }
    }

    /// A word that the catalog says.
    pub(crate) fn said_word(self, fact: WordFact) -> Option<&'static str> {
        self.facts().word(fact).map(Word::as_str)
    }

    /// A word as a body has it: what follows from the status is there even where the catalog does not say it.
    pub(crate) fn word(self, fact: WordFact) -> Option<&'static str> {
        match fact {
            WordFact::Effect => Some(self.effect().as_str()),
            WordFact::Grpc => Some(self.grpc().as_str()),
            fact => self.said_word(fact),
        }
    }

    /// The message in one of the locales.
    pub(crate) fn message_at(self, locale: u16) -> &'c str {
        self.catalog.texts.get(self.facts().text(TextFact::Message) + u32::from(locale))
    }

    /// Whether the message has parameters or braces.
    #[inline]
    pub(crate) fn is_template(self) -> bool {
        u32_at(self.catalog.entry_row(self.number), 4) != 0
    }

    /// How many bytes of its text a received message has in common with the template of the message, in
    /// whichever locale fits best; `None` where none does, or where there is no text in it.
    pub(crate) fn fit(self, message: &str) -> Option<usize> {
        let fits =
            (0..self.catalog.locale_count()).filter_map(|locale| match self.template(locale) {
                Some(pieces) => pieces.extract(message).map(|_| pieces.text_length()),
                None => (self.message_at(locale) == message).then_some(message.len()),
            });
        fits.max().filter(|length| *length > 0)
    }

    /// The pieces of the message in one of the locales; `None` where it is no template.
    pub(crate) fn template(self, locale: u16) -> Option<Pieces<'c>> {
        let first = u32_at(self.catalog.entry_row(self.number), 4);
        if first == 0 {
            return None;
        }
        let at = first as usize + usize::from(locale);
        let piece = |at| u32::from_le_bytes(*self.catalog.templates.row(at)) as usize;
        Some(Pieces::new(self.catalog.pieces, self.catalog.texts, piece(at)..piece(at + 1)))
    }
}

/// The entries.
impl<'c> Catalog<'c> {
    /// The entries: those of status rows first, then the others in the order of the catalog.
    pub fn codes(&'c self) -> impl ExactSizeIterator<Item = Entry<'c>> {
        (0..self.entry_count()).map(move |number| self.entry(number))
    }

    /// The first entry with a code or an alias; `None` where there is none.
    #[inline]
    pub const fn from_code(&'c self, code: &str) -> Option<Entry<'c>> {
        match self.codes.find(self.texts, code) {
            Some(number) => Some(self.entry(number)),
            None => None,
        }
    }

    /// Each entry with a code or an alias, in the order of [`codes`](Self::codes).
    pub fn all_from_code(&'c self, code: &str) -> impl Iterator<Item = Entry<'c>> + use<'c> {
        self.codes.find_all(self.texts, code).map(|number| self.entry(number))
    }

    /// The entry with a name; `None` where there is none.
    pub fn from_name(&'c self, name: &str) -> Option<Entry<'c>> {
        match self.names.find(self.texts, name) {
            Some(number) => Some(self.entry(number)),
            None => self.from_code(name).filter(|entry| entry.name() == name),
        }
    }

    /// The entry with that number.
    ///
    /// # Panics
    ///
    /// Where there are not so many.
    #[inline]
    pub const fn entry(&'c self, number: u16) -> Entry<'c> {
        assert!((number as usize) < self.entries.len(), "no entry has that number");
        Entry::new(self, number)
    }

    /// The entry with a problem type; `None` where there is none.
    pub(crate) fn find_type(&'c self, uri: &str) -> Option<Entry<'c>> {
        self.types.find(self.texts, uri).map(|number| self.entry(number))
    }

    /// The entry whose absolute problem type has a path; `None` where there is none.
    pub(crate) fn find_type_path(&'c self, path: &str) -> Option<Entry<'c>> {
        self.type_paths.find(self.texts, path).map(|number| self.entry(number))
    }
}
