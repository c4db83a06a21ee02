//! Why a request did not succeed.

use core::error::Error;
use core::fmt;

use api_error_catalog_core::fact::Effect;

use crate::code::CatalogCode;
use crate::decoded::Decoded;

/// How the last attempt of a request failed.
#[derive(Debug)]
pub enum Failure<C> {
    /// The API answered with an error.
    Answer(Decoded<C>),
    /// There was no answer.
    NoAnswer(reqwest::Error),
}

/// What [`send`](crate::ErrorCatalog::send) returns where a request did not succeed.
///
/// Its line in a log is that of the answer, or of what went wrong without one, and how often the request was
/// sent.
#[derive(Debug)]
pub struct SendError<C> {
    failure: Failure<C>,
    attempts: u32,
    effect: Effect,
}

impl<C: CatalogCode> SendError<C> {
    /// The code of the answer; see [`Decoded::code`].
    pub fn code(&self) -> Option<C> {
        self.answer()?.code()
    }
}

impl<C> SendError<C> {
    pub(super) fn new(failure: Failure<C>, attempts: u32, effect: Effect) -> Self {
        Self { failure, attempts, effect }
    }

    /// How the last attempt failed.
    pub fn failure(&self) -> &Failure<C> {
        &self.failure
    }

    /// How the last attempt failed, to match on.
    pub fn into_failure(self) -> Failure<C> {
        self.failure
    }

    /// What the API answered last; `None` where there was no answer.
    pub fn answer(&self) -> Option<&Decoded<C>> {
        match &self.failure {
            Failure::Answer(answer) => Some(answer),
            Failure::NoAnswer(_) => None,
        }
    }

    /// How often the request was sent, or was tried to: 0 where it is none that can be sent.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Whether the request may have taken effect, by any of the attempts. The
    /// [`effect`](Decoded::effect) of the last answer may be less: a payment whose first answer was lost may
    /// have been made, though the second was refused.
    pub fn effect(&self) -> Effect {
        self.effect
    }
}

impl<C> fmt::Display for SendError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.failure {
            Failure::Answer(answer) => answer.fmt(f)?,
            Failure::NoAnswer(error) => error.fmt(f)?,
        }
        match self.attempts {
            0 | 1 => Ok(()),
            attempts => write!(f, " (sent {attempts} times)"),
        }
    }
}

impl<C: fmt::Debug> Error for SendError<C> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.failure {
            Failure::Answer(answer) => answer.source(),
            Failure::NoAnswer(error) => error.source(),
        }
    }
}
