//! What the catalog says of an answer: what it means and where to read on, what to do and to tell, who has to
//! act, whether the request took effect.

use super::{Answer, Basis};
use crate::entry::Entry;
use crate::fact::{Actor, Effect, GrpcCode, Retry, WordFact};
use crate::status_row::StatusRow;

impl<'c> Answer<'c> {
    /// A short name of the error, or of the status; `None` where the catalog knows nothing of it.
    pub fn title(&self, locale: &str) -> Option<&'c str> {
        self.basis().fact(|entry| Some(entry.title(locale)), |row| Some(row.title(locale)))
    }

    /// What the answer means; `None` where the catalog knows nothing of it.
    pub fn description(&self, locale: &str) -> Option<&'c str> {
        self.basis().fact(
            |entry| Some(entry.description(locale)),
            |row| Some(row.description(locale).unwrap_or(row.title(locale))),
        )
    }

    /// What to do next; `None` where the catalog does not say.
    pub fn action(&self, locale: &str) -> Option<&'c str> {
        self.basis().fact(|entry| entry.action(locale), |row| row.action(locale))
    }

    /// What to tell the person who uses the app; `None` where the catalog has no such text. What the
    /// API itself wrote, [`message`](Self::message), is for developers.
    pub fn user_message(&self, locale: &str) -> Option<&'c str> {
        self.basis().fact(|entry| entry.user_message(locale), |row| row.user_message(locale))
    }

    /// Whether sending the request again can help; `None` where nothing says so. A delay that the answer
    /// itself [says](Self::retry_after) wins over the catalog.
    pub fn retry(&self) -> Option<Retry> {
        if self.retry_after().is_some() {
            return Some(Retry::AfterDelay);
        }
        self.basis().fact(Entry::retry, StatusRow::retry)
    }

    /// What [`retry`](Self::retry) gives; `default` where nothing says so.
    pub fn retry_or(&self, default: Retry) -> Retry {
        self.retry().unwrap_or(default)
    }

    /// Who has to act; `None` where nothing says so.
    pub fn actor(&self) -> Option<Actor> {
        self.basis().fact(Entry::actor, StatusRow::actor)
    }

    /// The code of gRPC: what the catalog says of the code or the status, else [`GrpcCode::of_status`].
    pub fn grpc(&self) -> GrpcCode {
        match self.basis() {
            Basis::Code(entry) => entry.grpc(),
            Basis::Status(row) => row.grpc(),
            Basis::Class(_) | Basis::Nothing => GrpcCode::of_status(self.status),
        }
    }

    /// A link to the documentation of the code, or of the status; `None` where the catalog has none.
    /// [`Catalog::docs`](crate::Catalog::docs) is that of the API.
    pub fn docs(&self) -> Option<&'c str> {
        self.basis().fact(Entry::docs, StatusRow::docs)
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
        match self.basis() {
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
