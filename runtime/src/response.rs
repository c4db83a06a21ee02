//! An answer as the response of the library that HTTP frameworks share.

use alloc::vec::Vec;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Response};

use crate::__private_1::http_status;
use crate::parts::BodyParts;

/// The JSON of a body, and what it is sent with.
pub(crate) fn response(parts: &BodyParts, json: Vec<u8>) -> Response<Vec<u8>> {
    let mut response = Response::new(json);
    *response.status_mut() = http_status(parts.status());
    *response.headers_mut() = headers(parts);
    response
}

/// The headers, the `Content-Type` included. One that HTTP does not allow is left out; the checks of a
/// catalog let none pass.
fn headers(parts: &BodyParts) -> HeaderMap {
    let media_type = HeaderValue::from_str(parts.media_type());
    let media_type = media_type.into_iter().map(|value| (CONTENT_TYPE, value));
    let headers = parts.headers();
    let headers =
        headers.filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)));
    media_type.chain(headers).collect()
}
