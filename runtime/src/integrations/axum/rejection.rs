//! What extractors reject.

use alloc::boxed::Box;
use alloc::string::String;
use core::error::Error;
use core::fmt;
use core::iter::successors;

use ::axum::extract::RawPathParams;
use ::axum::extract::path::ErrorKind;
use ::axum::extract::rejection::{FormRejection, JsonRejection, PathRejection, QueryRejection};
use ::axum::response::{IntoResponse, Response};
use api_error_catalog_core::Catch;
use http::StatusCode;

use crate::integrations::rejected::{Rejected, field};

/// What [`Json`](super::Json), [`Path`](super::Path), [`Query`](super::Query) and [`Form`](super::Form) reject, and
/// why. Its response is axum's; the layer lets the entry of the catalog stand for it that `[catch]` names for
/// `json`, `path`, `query` or `form`, or else for the status.
#[derive(Debug)]
pub struct Rejection(Box<Inner>);

#[derive(Debug)]
struct Inner {
    // The layer finds it in the extensions of the response.
    rejected: Rejected,
    status: StatusCode,
}

impl Rejection {
    fn new(by: Catch, status: StatusCode, sentence: String, field: Option<String>) -> Self {
        Self(Box::new(Inner { rejected: Rejected { by, sentence, field, limit: None }, status }))
    }

    /// The status: 400, 413, 415, 422, or 500 where the handler asks for what its route does not have.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The field or the parameter that is wrong, `items[0].sku`; `None` where it is the whole, or where that is
    /// not known.
    pub fn field(&self) -> Option<&str> {
        self.0.rejected.field.as_deref()
    }

    /// Why, in axum's words, in English. It may quote what was sent.
    pub fn detail(&self) -> &str {
        &self.0.rejected.sentence
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.detail())
    }
}

impl Error for Rejection {}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let Inner { rejected, status } = *self.0;
        let mut response = (status, rejected.sentence.clone()).into_response();
        response.extensions_mut().insert(rejected);
        response
    }
}

impl From<JsonRejection> for Rejection {
    fn from(rejection: JsonRejection) -> Self {
        let field = field_of(&rejection);
        Self::new(Catch::Json, rejection.status(), rejection.body_text(), field)
    }
}

impl From<QueryRejection> for Rejection {
    fn from(rejection: QueryRejection) -> Self {
        let field = field_of(&rejection);
        Self::new(Catch::Query, rejection.status(), rejection.body_text(), field)
    }
}

impl From<FormRejection> for Rejection {
    fn from(rejection: FormRejection) -> Self {
        let field = field_of(&rejection);
        Self::new(Catch::Form, rejection.status(), rejection.body_text(), field)
    }
}

impl Rejection {
    /// Of a path whose route has parameters with some names.
    pub(super) fn of_path(rejection: &PathRejection, names: Option<&RawPathParams>) -> Self {
        let mut names = names.into_iter().flatten().map(|(name, _)| name);
        let field = match rejection {
            PathRejection::FailedToDeserializePathParams(failed) => match failed.kind() {
                ErrorKind::ParseErrorAtKey { key, .. }
                | ErrorKind::InvalidUtf8InPathParam { key }
                | ErrorKind::DeserializeError { key, .. } => Some(key.as_str()),
                ErrorKind::ParseErrorAtIndex { index, .. } => names.nth(*index),
                // Of a route with one.
                ErrorKind::ParseError { .. } => names.next(),
                _ => None,
            },
            _ => None,
        };
        let field = field.map(String::from);
        Self::new(Catch::Path, rejection.status(), rejection.body_text(), field)
    }
}

/// The field that axum's extractors have failed at, by the crate that they use for that.
fn field_of(rejection: &(dyn Error + 'static)) -> Option<String> {
    use serde_path_to_error::Error as AtPath;

    successors(Some(rejection), |&error| error.source()).find_map(|error| {
        if let Some(failed) = error.downcast_ref::<AtPath<serde_json::Error>>() {
            return field(failed.path(), failed.inner());
        }
        let failed = error.downcast_ref::<AtPath<serde_core::de::value::Error>>()?;
        field(failed.path(), failed.inner())
    })
}
