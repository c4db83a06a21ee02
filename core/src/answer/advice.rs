//! What the catalog says of an answer besides what it means: what to tell whom, who has to act, whether
//! the request took effect.

use super::{Answer, Basis};
use crate::entry::Entry;
use crate::fact::{Actor, Effect, WordFact};

impl<'c> Answer<'c> {
    /// What to tell the person who uses the app; `None` where the catalog has no such text. What the
    /// API itself wrote, [`message`](Self::message), is for developers.
    pub fn user_message(&self, locale: &str) -> Option<&'c str> {
        match self.basis {
            Basis::Code(entry) => entry.user_message(locale),
            Basis::Status(row) | Basis::Class(row) => row.user_message(locale),
            Basis::Nothing => None,
        }
    }

    /// Who has to act; `None` where nothing says so.
    pub fn actor(&self) -> Option<Actor> {
        match self.basis {
            Basis::Code(entry) => entry.actor(),
            Basis::Status(row) | Basis::Class(row) => row.actor(),
            Basis::Nothing => None,
        }
    }

    /// Whether the request that was answered may have taken effect: what the catalog says of the code
    /// or the status, else [`Effect::of_status`]. [`Unknown`](Effect::Unknown) where the body is not
    /// [recognized](Self::is_recognized): anybody between the program and the API may have written it. A
    /// success needs no body.
    ///
    /// A program may send a request again by itself where [`retry`](Self::retry) says
    /// [`AfterDelay`](crate::fact::Retry::AfterDelay) and the effect is [`None`](Effect::None). With
    /// any other effect it might pay twice: it has to look first.
    pub fn effect(&self) -> Effect {
        let is_empty_success = self.status / 100 == 2 && self.body().is_empty();
        match self.basis {
            _ if !self.is_recognized() && !is_empty_success => Effect::Unknown,
            Basis::Code(entry) => self.effect_of(entry),
            Basis::Status(row) => row.effect(),
            // That 400 refuses says nothing of a status that nobody knows.
            Basis::Class(_) | Basis::Nothing => match Effect::of_status(self.status) {
                Effect::Done => Effect::Done,
                _ => Effect::Unknown,
            },
        }
    }

    /// Where the catalog says nothing, a code that came with another status than its own refuses only
    /// if both do: a 502 around a code of 401 may come from anybody.
    fn effect_of(&self, entry: Entry<'_>) -> Effect {
        let effect = entry.effect();
        let is_said = entry.said_word(WordFact::Effect).is_some();
        if is_said || effect == Effect::of_status(self.status) { effect } else { Effect::Unknown }
    }
}
