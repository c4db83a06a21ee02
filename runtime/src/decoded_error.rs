//! One of the errors of an answer, with the code enum of its catalog.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;

use api_error_catalog_core::answer::AnswerError;
use serde_json::Value;

use crate::code::{CatalogCode, code_of};

/// One of the errors of an answer; [`Decoded::errors`](crate::Decoded::errors) gives each.
pub struct DecodedError<'a, C> {
    error: AnswerError<'a, 'static>,
    code: PhantomData<fn() -> C>,
}

impl<C> Clone for DecodedError<'_, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for DecodedError<'_, C> {}

impl<C> fmt::Debug for DecodedError<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<C: CatalogCode> DecodedError<'_, C> {
    /// The deepest code that the catalog knows, of the error's own and those around it; `None` where it
    /// knows none.
    pub fn code(self) -> Option<C> {
        self.error.entry().map(code_of)
    }

    /// Whether the [`code`](Self::code) is this one, or one below it; see
    /// [`Decoded::is_a`](crate::Decoded::is_a).
    pub fn is_a(self, code: C) -> bool {
        self.error.is_a(code.entry())
    }
}

impl<'a, C> DecodedError<'a, C> {
    pub(crate) fn new(error: AnswerError<'a, 'static>) -> Self {
        Self { error, code: PhantomData }
    }

    /// The deepest code as it was received, known or not; `None` where there is none. An empty code is
    /// none.
    pub fn raw_code(self) -> Option<&'a str> {
        self.error.raw_code()
    }

    /// The message as it was received; that around it where the error has none of its own, and `None`
    /// where there is none either.
    pub fn message(self) -> Option<Cow<'a, str>> {
        self.error.message()
    }

    /// The message of the [`code`](Self::code) in a locale, with the parameters of the error; see
    /// [`Decoded::localized_message`](crate::Decoded::localized_message).
    pub fn localized_message(self, locale: &str) -> Option<String> {
        self.error.localized_message(locale)
    }

    /// The value of a slot of the shape: the error's own, or one around it; `None` where there is none, or
    /// one of another type.
    pub fn slot(self, name: &str) -> Option<Value> {
        serde_json::from_str(&self.error.slot(name)?).ok()
    }

    /// The value of a parameter as text; see [`Decoded::parameter`](crate::Decoded::parameter).
    pub fn parameter(self, name: &str) -> Option<String> {
        self.error.parameter(name)
    }

    /// The value of a parameter as JSON, of the type that the catalog says where it looks so; `None` where
    /// there is none. See [`parameter`](Self::parameter).
    pub fn parameter_value(self, name: &str) -> Option<Value> {
        serde_json::from_str(&self.error.parameter_value(name)?).ok()
    }
}
