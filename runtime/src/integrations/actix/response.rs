//! Answers as responses.

use alloc::string::String;
use core::cell::RefCell;
use core::fmt;

use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, VARY,
};
use actix_web::{HttpResponse, ResponseError};

use crate::catalog_error::CatalogError;
use crate::integrations::answer::{Answer, OF_BODY, has_body, varies_by_language};
use crate::integrations::foreign::PassThrough;
use crate::integrations::sentence::BodyHead;
use crate::sent::Sent;

/// Marks a response whose body the middleware has written, so that no other writes it again.
#[derive(Clone, Copy)]
pub(super) struct Written;

/// The response that an error is where nothing of the request is known. The middleware writes it again.
#[doc(hidden)]
pub fn respond(error: &impl CatalogError) -> HttpResponse {
    let answer = Answer::without_request(error);
    let mut response = HttpResponse::new(as_code(answer.status)).drop_body();
    response.extensions_mut().insert(Sent::copy_of(error));
    write(answer, response)
}

/// The status of an error as actix-web has it.
#[doc(hidden)]
pub fn status_code(error: &impl CatalogError) -> StatusCode {
    as_code(error.status())
}

pub(super) fn as_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// A response that stays as it is, whatever its status: the answer of another service that is handed on.
pub fn pass_through<B>(mut response: HttpResponse<B>) -> HttpResponse<B> {
    response.extensions_mut().insert(PassThrough);
    response
}

/// Puts an answer into a response, which keeps its status, and its headers but for those of its body. The server
/// adds the length, and sends no body for `HEAD`.
pub(super) fn write(answer: Answer, mut response: HttpResponse<()>) -> HttpResponse {
    let status = response.status().as_u16();
    let headers = response.headers_mut();
    for name in OF_BODY {
        headers.remove(name);
    }
    if answer.has_locales {
        vary_by_language(headers);
    }
    for (name, value) in answer.fields(status) {
        // The checks of a catalog let no other pass.
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            headers.insert(name, value);
        }
    }
    response.set_body(if has_body(status) {
        BoxBody::new(answer.json)
    } else {
        BoxBody::new(body::None::new())
    })
}

/// Says to caches that another language has another answer (RFC 9110 §12.5.5).
fn vary_by_language(headers: &mut HeaderMap) {
    let values = headers.get_all(VARY).filter_map(|value| value.to_str().ok());
    if !varies_by_language(values) {
        headers.append(VARY, HeaderValue::from_static("accept-language"));
    }
}

/// What a body says that is in memory already; see [`BodyHead`].
pub(super) fn sentence<B: MessageBody>(body: B, headers: &HeaderMap) -> Option<String> {
    let head = BodyHead {
        media_type: headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()),
        is_encoded: headers.contains_key(CONTENT_ENCODING),
        length: match body.size() {
            BodySize::None => Some(0),
            BodySize::Sized(length) => Some(length),
            BodySize::Stream => None,
        },
    };
    head.sentence(|| {
        let bytes = body.try_into_bytes().ok()?;
        String::from_utf8(bytes.into()).ok()
    })
}

/// An error that has been answered: what a middleware gives where what it wraps has failed, and the request, which
/// a response has to have with it, is gone.
pub(super) struct Answered {
    status: StatusCode,
    response: RefCell<Option<HttpResponse>>,
}

impl Answered {
    pub(super) fn new(response: HttpResponse) -> Self {
        Self { status: response.status(), response: RefCell::new(Some(response)) }
    }
}

impl fmt::Debug for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answered").field("status", &self.status).finish_non_exhaustive()
    }
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.status.fmt(f)
    }
}

impl ResponseError for Answered {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    /// The answer, once; then, its status alone.
    fn error_response(&self) -> HttpResponse {
        self.response.take().unwrap_or_else(|| HttpResponse::new(self.status))
    }
}
