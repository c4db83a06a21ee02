//! What the setters of a body take, as the values of their slots.

use alloc::borrow::Cow;
use alloc::string::String;
use core::cell::Cell;
use core::time::Duration;

use api_error_catalog_core::{Finite, Integer, SlotValue};
use serde_core::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::time::{Time, seconds_of};

/// Text.
#[inline]
pub fn text<'a>(text: impl Into<Cow<'a, str>>) -> Option<SlotValue<'a>> {
    Some(SlotValue::Text(text.into()))
}

/// A whole number.
#[inline]
pub fn integer(number: impl Into<Integer>) -> Option<SlotValue<'static>> {
    Some(SlotValue::Integer(number.into()))
}

/// Any number; nothing for infinities and NaN, which JSON does not have.
pub fn number(number: impl Into<f64>) -> Option<SlotValue<'static>> {
    Finite::new(number.into()).map(SlotValue::Number)
}

/// How long to wait.
pub fn delay(delay: Duration) -> Option<SlotValue<'static>> {
    Some(seconds_of(delay))
}

/// A moment.
pub fn time<'a>(time: impl Into<Time<'a>>) -> Option<SlotValue<'a>> {
    Some(time.into().0)
}

/// A truth value.
pub fn boolean(value: bool) -> Option<SlotValue<'static>> {
    Some(SlotValue::Boolean(value))
}

/// A list; nothing where one of its items cannot be JSON.
pub fn array<I>(items: I) -> Option<SlotValue<'static>>
where
    I: IntoIterator<Item: Serialize>,
{
    any(Items(Cell::new(Some(items))))
}

/// Items that are serialized once.
struct Items<I>(Cell<Option<I>>);

impl<I: IntoIterator<Item: Serialize>> Serialize for Items<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.take().into_iter().flatten())
    }
}

/// An object.
pub fn object(members: impl Into<Map<String, Value>>) -> Option<SlotValue<'static>> {
    any(members.into())
}

/// An object that stays where it is.
pub fn object_ref(members: &Map<String, Value>) -> Option<SlotValue<'static>> {
    any(members)
}

/// Anything; nothing for what cannot be JSON.
pub fn any(value: impl Serialize) -> Option<SlotValue<'static>> {
    serde_json::to_string(&value).ok().map(|json| SlotValue::Json(json.into()))
}
