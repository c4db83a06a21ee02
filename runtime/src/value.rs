//! What a slot holds.

#![allow(missing_docs, reason = "only expansions reach it, through `__private`")]

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Display;

use serde_json::{Map, Number, Value};

/// What somebody has put into a slot.
#[derive(Clone, Default)]
pub enum Content<'a> {
    /// Nothing.
    #[default]
    Absent,
    /// Text.
    Text(Cow<'a, str>),
    /// A value that is written as text.
    Display(&'a dyn Display),
    /// A JSON value.
    Json(Value),
}

impl Content<'_> {
    pub fn status(value: u16) -> Self {
        Self::Json(Value::from(value))
    }

    pub fn integer(value: impl Into<Number>) -> Self {
        Self::Json(Value::Number(value.into()))
    }

    /// Nothing for infinities and what is no number: JSON has none of them.
    pub fn number(value: impl Into<f64>) -> Self {
        let number = Number::from_f64(value.into());
        number.map_or(Self::Absent, |number| Self::Json(Value::Number(number)))
    }

    pub fn boolean(value: bool) -> Self {
        Self::Json(Value::Bool(value))
    }

    pub fn array(value: impl Into<Vec<Value>>) -> Self {
        Self::Json(Value::Array(value.into()))
    }

    pub fn object(value: impl Into<Map<String, Value>>) -> Self {
        Self::Json(Value::Object(value.into()))
    }

    pub fn any(value: impl Into<Value>) -> Self {
        Self::Json(value.into())
    }
}

/// A number or a truth value.
#[derive(Clone, Copy)]
pub enum Scalar {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Boolean(bool),
}

impl Scalar {
    /// What a content is, if it is no more.
    pub(crate) fn of(content: &Content<'_>) -> Option<Self> {
        match content {
            Content::Json(Value::Bool(value)) => Some(Self::Boolean(*value)),
            Content::Json(Value::Number(number)) => number
                .as_u64()
                .map(Self::Unsigned)
                .or_else(|| number.as_i64().map(Self::Signed))
                .or_else(|| number.as_f64().map(Self::Float)),
            _ => None,
        }
    }

    /// As JSON.
    pub(crate) fn json(self) -> Value {
        match self {
            Self::Unsigned(number) => number.into(),
            Self::Signed(number) => number.into(),
            Self::Float(number) => number.into(),
            Self::Boolean(value) => value.into(),
        }
    }
}

/// An error's fields, by the names of placeholders and slots.
pub trait Fields {
    /// A field's value; [`Content::Absent`] where there is no such field.
    fn field(&self, name: &str) -> Content<'_>;
}
