//! One of the errors of an answer.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use super::Answer;
use super::errors::{RawCode, ReceivedError};
use super::parameter_value::ParameterValue;
use crate::entry::Entry;

/// One of the errors of an answer.
#[derive(Clone, Copy)]
pub struct AnswerError<'a, 'c> {
    pub(super) answer: &'a Answer<'c>,
    pub(super) number: usize,
}

impl<'a, 'c> AnswerError<'a, 'c> {
    fn received(self) -> Option<&'a ReceivedError<'c>> {
        self.answer.errors.get(self.number)
    }

    pub(super) fn element(self) -> u32 {
        self.received().map_or(0, |error| error.element)
    }

    /// The deepest entry that the codes of the error name, its own and those around it; `None` where the
    /// catalog knows none of them.
    pub fn entry(self) -> Option<Entry<'c>> {
        self.received()?.entry
    }

    /// Whether the [`entry`](Self::entry) is this one, or one below it; see [`Answer::is_a`].
    pub fn is_a(self, entry: Entry<'_>) -> bool {
        self.entry().is_some_and(|own| own.is_a(entry))
    }

    /// The deepest code as it was received, known or not; `None` where there is none. An empty code is
    /// none.
    pub fn raw_code(self) -> Option<&'a str> {
        match self.received()?.raw_code.as_ref()? {
            RawCode::Text(text) => Some(text),
            RawCode::Found(at) => match self.answer.text(&self.answer.received.found[*at])? {
                Cow::Borrowed(text) => Some(text),
                Cow::Owned(_) => None,
            },
        }
    }

    /// The message as it was received, the deepest one; that around it where the error has none of its
    /// own, and `None` where there is none either.
    pub fn message(self) -> Option<Cow<'a, str>> {
        let Self { answer, .. } = self;
        answer.around(self.element()).find_map(|element| answer.messages(element).next())
    }

    /// The message of the [`entry`](Self::entry) in a locale, with the parameters of the error; see
    /// [`Answer::localized_message`].
    pub fn localized_message(self, locale: &str) -> Option<String> {
        Some(self.answer.localized_message_of(self.element(), self.entry()?, locale))
    }

    /// The value of a slot as JSON text: the deepest of its own, or one around it; `None` where there is
    /// none. See [`Answer::slot`].
    pub fn slot(self, name: &str) -> Option<Cow<'a, str>> {
        self.answer.slot_of(self.element(), name)
    }

    /// The value of a parameter as text; see [`Answer::parameter`].
    pub fn parameter(self, name: &str) -> Option<String> {
        let value = self.answer.parameter_of(self.element(), self.entry(), name);
        value.map(ParameterValue::into_text)
    }

    /// The value of a parameter as JSON text; see [`Answer::parameter_value`].
    pub fn parameter_value(self, name: &str) -> Option<String> {
        let value = self.answer.parameter_of(self.element(), self.entry(), name);
        value.map(ParameterValue::into_json)
    }
}

impl fmt::Debug for AnswerError<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerError")
            .field("entry", &self.entry())
            .field("raw_code", &self.raw_code())
            .field("message", &self.message())
            .finish()
    }
}
