//! What a body says that is about to be replaced: for the log, so that nothing is lost in silence.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use ::axum::body::{Bytes, HttpBody};
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};

/// The most bytes of a body that are read.
const MOST: u64 = 1024;

/// The text of a body if it is short, and in memory already; else, what sort of body it is. `None` where it is
/// empty.
pub(super) fn sentence<B: HttpBody<Data = Bytes>>(body: B, headers: &HeaderMap) -> Option<String> {
    if body.is_end_stream() || body.size_hint().exact() == Some(0) {
        return None;
    }
    let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let is_text = media_type.is_some_and(|media_type| media_type.starts_with("text/plain"));
    let length = body.size_hint().exact();
    let is_short = length.is_some_and(|length| length <= MOST);
    if is_text
        && is_short
        && !headers.contains_key(CONTENT_ENCODING)
        && let Some(text) = read_at_once(body)
    {
        return Some(text);
    }
    let media_type = media_type.unwrap_or("an unknown type");
    Some(match length {
        Some(length) => format!("a body of {media_type}, {length} bytes"),
        None => format!("a body of {media_type}"),
    })
}

/// All of a body, unless it has to be waited for, or is no text.
fn read_at_once<B: HttpBody<Data = Bytes>>(body: B) -> Option<String> {
    let mut body = pin!(body);
    let mut bytes = Vec::new();
    let mut context = Context::from_waker(Waker::noop());
    while let Poll::Ready(frame) = body.as_mut().poll_frame(&mut context) {
        match frame {
            None => return String::from_utf8(bytes).ok(),
            Some(frame) => bytes.extend_from_slice(&frame.ok()?.into_data().ok()?),
        }
        // Whatever it said of its length.
        if bytes.len() as u64 > MOST {
            return None;
        }
    }
    None
}
