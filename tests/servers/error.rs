//! The errors of the services, what they read, and a list of what they have reported.

use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use api_error_catalog::ApiErrorCatalog;
use serde::Deserialize;

/// What no answer may have in it.
pub(crate) const SECRET: &str = "hunter2-secret";

#[derive(Debug, ApiErrorCatalog)]
#[catalog("servers/errors.toml")]
pub(crate) enum ApiError {
    NotFound {
        what: &'static str,
        #[catalog(private)]
        searched: String,
    },
    Unauthorized,
    NotModified,
    #[catalog(code = "internal", log = "shard {shard}")]
    Broken {
        #[catalog(private)]
        shard: String,
        #[source]
        cause: Cause,
    },
}

/// A cause that says a secret, and has one behind it that does.
#[derive(Debug)]
pub(crate) struct Cause;

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "password {SECRET} refused")
    }
}

impl std::error::Error for Cause {}

/// What was reported, an event a line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Events(Arc<Mutex<Vec<String>>>);

impl Events {
    pub(crate) fn add(&self, line: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read counts")]
pub(crate) struct Order {
    items: Vec<Item>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read counts")]
struct Item {
    sku: String,
    count: u8,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "only whether it can be read counts")]
pub(crate) struct Page {
    size: u8,
}

pub(crate) fn not_found() -> ApiError {
    ApiError::NotFound { what: "tea", searched: SECRET.into() }
}

pub(crate) fn broken() -> ApiError {
    ApiError::Broken { shard: SECRET.into(), cause: Cause }
}

pub(crate) fn panics() -> Infallible {
    panic!("connecting with {SECRET}")
}

/// What another service has said.
pub(crate) fn upstream_text() -> String {
    format!("cannot connect: {SECRET}")
}
