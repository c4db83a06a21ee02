//! The body of Bictorys, as a person writes it.

#![allow(dead_code, reason = "only what reading it takes counts")]

use std::borrow::Cow;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(crate) struct Borrowed<'a> {
    status: u16,
    title: Code,
    #[serde(borrow)]
    details: Cow<'a, str>,
    source: Option<&'a str>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Owned {
    status: u16,
    title: Code,
    details: String,
    source: Option<String>,
}

#[derive(Debug, Deserialize)]
enum Code {
    #[serde(rename = "BAD_REQUEST")]
    BadRequest,
    #[serde(rename = "UNAUTHORIZED")]
    Unauthorized,
    #[serde(rename = "FORBIDDEN")]
    Forbidden,
    #[serde(rename = "NOT_FOUND")]
    NotFound,
    #[serde(rename = "INTERNAL_SERVER_ERROR")]
    InternalServerError,
    #[serde(rename = "BAD_GATEWAY")]
    BadGateway,
    #[serde(rename = "SERVICE_UNAVAILABLE")]
    ServiceUnavailable,
    #[serde(other)]
    Unknown,
}
