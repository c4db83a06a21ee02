//! The generic error object, as a person writes it.

#![allow(dead_code, reason = "only what reading it takes counts")]

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Borrowed<'a> {
    timestamp: &'a str,
    http_status_code: Status,
    http_status_message: &'a str,
    error_code: Option<Code>,
    #[serde(borrow)]
    error_message: Cow<'a, str>,
    request_method: &'a str,
    #[serde(borrow, rename = "requestURI")]
    request_uri: Cow<'a, str>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Owned {
    timestamp: String,
    http_status_code: Status,
    http_status_message: String,
    error_code: Option<Code>,
    error_message: String,
    request_method: String,
    #[serde(rename = "requestURI")]
    request_uri: String,
}

/// A number by the schema, a string in the published example.
#[derive(Debug)]
struct Status(u16);

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrString;

        impl Visitor<'_> for NumberOrString {
            type Value = Status;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an HTTP status")
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Status, E> {
                let unexpected = |_| E::invalid_value(Unexpected::Unsigned(number), &self);
                number.try_into().map(Status).map_err(unexpected)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Status, E> {
                let unexpected = |_| E::invalid_value(Unexpected::Str(text), &self);
                text.parse().map(Status).map_err(unexpected)
            }
        }

        deserializer.deserialize_any(NumberOrString)
    }
}

#[derive(Debug, Deserialize)]
enum Code {
    #[serde(rename = "INVALID_EMAIL")]
    InvalidEmail,
    #[serde(other)]
    Unknown,
}
