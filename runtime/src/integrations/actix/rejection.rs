//! What extractors reject.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use actix_web::error::{
    InternalError, JsonPayloadError, PathError, QueryPayloadError, UrlencodedError,
};
use actix_web::http::StatusCode;
use actix_web::{Error, HttpRequest, ResponseError};
use api_error_catalog_core::Catch;
use serde_core::de::value::Error as ValueError;
use serde_path_to_error::{Path, Segment};

use super::noting;
use crate::integrations::rejected::{Rejected, field};

/// What [`Json`](super::Json), [`Path`](super::Path), [`Query`](super::Query) and [`Form`](super::Form) reject, and
/// why. It is in the `actix_web::Error` that they give, unless a `JsonConfig` or its like has a handler that puts
/// another there. The middleware lets the entry of the catalog stand for it that `[catch]` names for `json`,
/// `path`, `query` or `form`, or else for the status.
#[derive(Debug)]
pub struct Rejection(Box<Inner>);

#[derive(Debug)]
struct Inner {
    rejected: Rejected,
    status: StatusCode,
}

impl Rejection {
    fn new(by: Catch, status: StatusCode, sentence: String) -> Self {
        let rejected = Rejected { by, sentence, field: None, limit: None };
        Self(Box::new(Inner { rejected, status }))
    }

    /// Of a value that has another form than it should, at a path where that is known.
    fn of_value(
        by: Catch,
        status: StatusCode,
        what: &str,
        error: &dyn fmt::Display,
        at: Option<Path>,
    ) -> Self {
        let Some(path) = at else { return Self::new(by, status, format!("{what}: {error}")) };
        let field = field(&path, error);
        let error = serde_path_to_error::Error::new(path, error);
        let mut rejection = Self::new(by, status, format!("{what}: {error}"));
        rejection.0.rejected.field = field;
        rejection
    }

    fn with_limit(mut self, bytes: usize) -> Self {
        self.0.rejected.limit = Some(bytes);
        self
    }

    /// The status: 400, 411, 413, 415, 422, or 500 where the handler asks for what its route does not have.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The field or the parameter that is wrong, `items[0].sku`; `None` where it is the whole, or where that is
    /// not known.
    pub fn field(&self) -> Option<&str> {
        self.0.rejected.field.as_deref()
    }

    /// Why, in English. It may quote what was sent.
    pub fn detail(&self) -> &str {
        &self.0.rejected.sentence
    }

    fn of_json(error: &JsonPayloadError, at: Option<Path>) -> Self {
        let other = |status| Self::new(Catch::Json, status, error.to_string());
        match error {
            JsonPayloadError::Deserialize(error) if error.is_data() => {
                let what = "Failed to deserialize the JSON body into the target type";
                Self::of_value(Catch::Json, StatusCode::UNPROCESSABLE_ENTITY, what, error, at)
            }
            JsonPayloadError::Deserialize(error) => {
                let what = "Failed to parse the request body as JSON";
                Self::of_value(Catch::Json, StatusCode::BAD_REQUEST, what, error, at)
            }
            JsonPayloadError::ContentType => other(StatusCode::UNSUPPORTED_MEDIA_TYPE),
            JsonPayloadError::Overflow { limit }
            | JsonPayloadError::OverflowKnownLength { limit, .. } => {
                other(StatusCode::PAYLOAD_TOO_LARGE).with_limit(*limit)
            }
            error => other(error.status_code()),
        }
    }

    fn of_form(error: &UrlencodedError, at: Option<Path>) -> Self {
        let other = || Self::new(Catch::Form, error.status_code(), error.to_string());
        match error {
            UrlencodedError::Parse(error) => {
                let what = "Failed to deserialize form body";
                Self::of_value(Catch::Form, StatusCode::UNPROCESSABLE_ENTITY, what, error, at)
            }
            UrlencodedError::Overflow { limit, .. } => other().with_limit(*limit),
            _ => other(),
        }
    }

    fn of_query(error: &QueryPayloadError, at: Option<Path>) -> Self {
        let what = "Failed to deserialize query string";
        match error {
            QueryPayloadError::Deserialize(error) => {
                Self::of_value(Catch::Query, StatusCode::BAD_REQUEST, what, error, at)
            }
            error => Self::new(Catch::Query, error.status_code(), error.to_string()),
        }
    }

    /// Of the path of a request.
    fn of_path(sentence: String, request: &HttpRequest, at: Option<&Path>) -> Self {
        if MISTAKES.iter().any(|start| sentence.starts_with(start)) {
            return Self::new(Catch::Path, StatusCode::INTERNAL_SERVER_ERROR, sentence);
        }
        let mut names = request.match_info().iter().map(|(name, _)| name);
        let field = match at.and_then(|path| path.iter().next_back()) {
            Some(Segment::Map { key }) => Some(key.as_str()),
            Some(Segment::Seq { index }) => names.nth(*index),
            // Of a route with one.
            _ => names.next(),
        };
        let field = field.map(String::from);
        let sentence = format!("Invalid URL: {sentence}");
        let mut rejection = Self::new(Catch::Path, StatusCode::BAD_REQUEST, sentence);
        rejection.0.rejected.field = field;
        rejection
    }
}

/// How sentences of actix-web's begin that are about what the handler asks for, and not about the path.
const MISTAKES: [&str; 3] =
    ["wrong number of parameters", "expected at least one parameters", "unsupported type"];

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.detail())
    }
}

impl core::error::Error for Rejection {}

impl ResponseError for Rejection {
    fn status_code(&self) -> StatusCode {
        self.status()
    }
}

pub(super) fn of_json(error: Error) -> Error {
    let at = noting::taken();
    match error.as_error() {
        Some(failed) => Rejection::of_json(failed, at).into(),
        None => error,
    }
}

pub(super) fn of_form(error: Error) -> Error {
    let at = noting::taken();
    match error.as_error() {
        Some(failed) => Rejection::of_form(failed, at).into(),
        None => error,
    }
}

pub(super) fn of_query(error: Error) -> Error {
    let at = noting::taken();
    match error.as_error() {
        Some(failed) => Rejection::of_query(failed, at).into(),
        None => error,
    }
}

pub(super) fn of_path(error: Error, request: &HttpRequest) -> Error {
    let at = noting::taken();
    // It has the sentence of the error in it alone, as the one that comes without a handler in a `PathConfig`.
    match error.as_error::<InternalError<ValueError>>() {
        Some(failed) => Rejection::of_path(failed.to_string(), request, at.as_ref()).into(),
        None => error,
    }
}

/// What an extractor has rejected, ours or actix-web's, and with which status; `None` where the error is another.
pub(super) fn rejected(error: &Error) -> Option<(Rejected, StatusCode)> {
    let of_actix = || {
        let json = error.as_error().map(|error| Rejection::of_json(error, None));
        let query = || error.as_error().map(|error| Rejection::of_query(error, None));
        let form = || error.as_error().map(|error| Rejection::of_form(error, None));
        json.or_else(query).or_else(form).or_else(|| {
            let error = error.as_error::<PathError>()?;
            Some(Rejection::new(Catch::Path, error.status_code(), error.to_string()))
        })
    };
    let of_ours = |Rejection(inner): &Rejection| (inner.rejected.clone(), inner.status);
    error.as_error().map(of_ours).or_else(|| of_actix().as_ref().map(of_ours))
}
