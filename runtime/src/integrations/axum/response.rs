//! Answers as responses.

use ::axum::body::Body;
use ::axum::response::{IntoResponseParts, Response, ResponseParts};
use alloc::vec::Vec;
use core::convert::Infallible;
use http::header::{CONTENT_LENGTH, VARY};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use crate::__private_1::http_status;
use crate::integrations::answer::{Answer, OF_BODY, has_body, varies_by_language};
use crate::integrations::foreign::PassThrough;
use crate::sent::Sent;

/// Marks a response whose body the layer has written, so that no other layer writes it again.
#[derive(Clone, Copy)]
pub(super) struct Written;

/// The response that an error is where nothing of the request is known. The layer writes it again.
#[doc(hidden)]
pub fn respond(error: Sent) -> Response {
    let answer = Answer::without_request(&*error);
    let mut response = Response::new(Body::empty());
    *response.status_mut() = http_status(answer.status);
    write(answer, &mut response, &Method::GET);
    response.extensions_mut().insert(error);
    response
}

/// Puts an answer into a response, which keeps its status, and its headers but for those of its body.
pub(super) fn write(answer: Answer, response: &mut Response, method: &Method) {
    let status = response.status().as_u16();
    let headers = response.headers_mut();
    let of_body = headers.keys().filter(|name| OF_BODY.contains(&name.as_str()));
    for name in of_body.cloned().collect::<Vec<_>>() {
        headers.remove(name);
    }
    if answer.has_locales {
        vary_by_language(headers);
    }
    for (name, value) in answer.fields(status) {
        // The checks of a catalog let no other pass.
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), value.parse()) {
            headers.insert(name, value);
        }
    }
    if !has_body(status) {
        *response.body_mut() = Body::empty();
        return;
    }
    if method == Method::HEAD {
        // A client has to know the length of what it would get (RFC 9110 §9.3.2).
        headers.insert(CONTENT_LENGTH, answer.json.len().into());
        *response.body_mut() = Body::empty();
    } else {
        *response.body_mut() = Body::from(answer.json);
    }
}

/// Says to caches that another language has another answer (RFC 9110 §12.5.5).
fn vary_by_language(headers: &mut HeaderMap) {
    let values = headers.get_all(VARY).iter().filter_map(|value| value.to_str().ok());
    if !varies_by_language(values) {
        headers.append(VARY, HeaderValue::from_static("accept-language"));
    }
}

/// `(PassThrough, response)` is a response with the mark.
impl IntoResponseParts for PassThrough {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts.extensions_mut().insert(self);
        Ok(parts)
    }
}
