//! Fields of an error enum from the parameters of an answer: `from_decoded`.
//!
//! The derive does not know which traits the type of a field implements. It calls `parse` on `&&&Received`,
//! and the compiler takes the first of the traits below, from the most references to the fewest, that the
//! type has.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use core::marker::PhantomData;
use core::str::FromStr;
use core::time::Duration;

use serde_core::de::DeserializeOwned;
use serde_json::Value;

use crate::decoded::Decoded;

/// What was received for a field of the type `T`.
pub struct Received<'r, T> {
    value: &'r Value,
    field: PhantomData<fn() -> T>,
}

impl<'r, T> Received<'r, T> {
    /// What is to be parsed.
    pub fn new(value: &'r Value) -> Self {
        Self { value, field: PhantomData }
    }
}

/// The parameter of an answer with a name, or the slot; `None` where there is none.
pub fn received<C>(answer: &Decoded<C>, name: &str) -> Option<Value> {
    answer.parameter_value(name).filter(|value| !value.is_null())
}

/// Types of JSON, by `Deserialize`.
pub trait ParseJson<T> {
    /// The field; `None` where the value is none.
    fn parse_json(&self) -> Option<T>;
}

impl<T: DeserializeOwned> ParseJson<T> for &Received<'_, T> {
    fn parse_json(&self) -> Option<T> {
        T::deserialize(self.value).ok()
    }
}

/// Types without `Deserialize`: they can be sent, and not read.
pub trait ParseNoJson<T> {
    /// No field.
    fn parse_json(&self) -> Option<T>;
}

impl<T> ParseNoJson<T> for Received<'_, T> {
    fn parse_json(&self) -> Option<T> {
        None
    }
}

/// Types that are parsed in a way of their own.
pub trait ParseOwn<T> {
    /// The field; `None` where the value is none.
    fn parse(&self) -> Option<T>;
}

/// A delay in seconds.
impl ParseOwn<Duration> for &&Received<'_, Duration> {
    fn parse(&self) -> Option<Duration> {
        Duration::try_from_secs_f64(self.value.as_f64()?).ok()
    }
}

/// Texts that have no `FromStr`.
macro_rules! texts {
    ($($text:ty),*) => {
        $(
            impl ParseOwn<$text> for &&Received<'_, $text> {
                fn parse(&self) -> Option<$text> {
                    ParseText::<String>::parse(&&Received::new(self.value)).map(Into::into)
                }
            }
        )*
    };
}

texts!(Box<str>, Arc<str>, Cow<'static, str>);

/// Types that have `FromStr`: text as it is, anything else as JSON has it.
pub trait ParseText<T> {
    /// The field; `None` where the value is none.
    fn parse(&self) -> Option<T>;
}

impl<T: FromStr> ParseText<T> for &Received<'_, T> {
    fn parse(&self) -> Option<T> {
        match self.value {
            Value::String(text) => text.parse().ok(),
            value => value.to_string().parse().ok(),
        }
    }
}

/// Types that cannot be parsed.
pub trait ParseNothing<T> {
    /// No field.
    fn parse(&self) -> Option<T>;
}

impl<T> ParseNothing<T> for Received<'_, T> {
    fn parse(&self) -> Option<T> {
        None
    }
}
