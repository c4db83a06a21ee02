//! The sentence of an axum body.

use alloc::string::String;
use alloc::vec::Vec;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use ::axum::body::{Bytes, HttpBody};
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};

use crate::integrations::sentence::{BodyHead, MOST};

/// What a body says that is in memory already; see [`BodyHead`].
pub(super) fn sentence<B: HttpBody<Data = Bytes>>(body: B, headers: &HeaderMap) -> Option<String> {
    let head = BodyHead {
        media_type: headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()),
        is_encoded: headers.contains_key(CONTENT_ENCODING),
        length: if body.is_end_stream() { Some(0) } else { body.size_hint().exact() },
    };
    head.sentence(|| read_at_once(body))
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
