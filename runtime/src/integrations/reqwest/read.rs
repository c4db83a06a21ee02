//! Reading as much of a body as is kept, and putting it back.

use alloc::vec::Vec;
use core::pin::Pin;
use core::task::{Context, Poll};

use http_body::{Frame, SizeHint};
use reqwest::{Body, Error, Response, ResponseBuilderExt as _};

use crate::BODY_LIMIT;

/// The beginning of a body.
pub(super) struct Beginning {
    /// One more than [`BODY_LIMIT`] at most, which tells that there is more.
    bytes: Vec<u8>,
    /// Why no more came.
    broken_off: Option<Error>,
}

impl Beginning {
    /// Reads until the body ends, breaks off, or is longer than [`BODY_LIMIT`].
    pub(super) async fn read(response: &mut Response) -> Self {
        let mut bytes = Vec::new();
        while bytes.len() <= BODY_LIMIT {
            match response.chunk().await {
                Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(error) => return Self { bytes, broken_off: Some(error) },
            }
        }
        Self { bytes, broken_off: None }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether that is the whole body.
    pub(super) fn is_whole(&self) -> bool {
        self.broken_off.is_none() && self.bytes.len() <= BODY_LIMIT
    }

    /// Why no more came; `None` where all did, or more is left.
    pub(super) fn broken_off(self) -> Option<Error> {
        self.broken_off
    }

    /// The response as it was before its body was read.
    pub(super) fn back_into(self, response: Response) -> Response {
        let mut url = http::Response::builder().url(response.url().clone());
        let url = url.extensions_mut().map(core::mem::take).unwrap_or_default();
        let response: http::Response<Body> = response.into();
        let (mut parts, rest) = response.into_parts();
        parts.extensions.extend(url);
        let begun = Begun { bytes: self.bytes, broken_off: self.broken_off, rest };
        http::Response::from_parts(parts, Body::wrap(begun)).into()
    }
}

/// A body of which the beginning was read.
struct Begun {
    bytes: Vec<u8>,
    broken_off: Option<Error>,
    rest: Body,
}

impl http_body::Body for Begun {
    type Data = <Body as http_body::Body>::Data;
    type Error = alloc::boxed::Box<dyn core::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        if !self.bytes.is_empty() {
            let bytes = core::mem::take(&mut self.bytes);
            return Poll::Ready(Some(Ok(Frame::data(bytes.into()))));
        }
        if let Some(error) = self.broken_off.take() {
            return Poll::Ready(Some(Err(error.into())));
        }
        let frame = Pin::new(&mut self.rest).poll_frame(context);
        frame.map_err(Into::into)
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_empty() && self.broken_off.is_none() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let read = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        let rest = self.rest.size_hint();
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower().saturating_add(read));
        if let Some(upper) = rest.upper() {
            hint.set_upper(upper.saturating_add(read));
        }
        hint
    }
}
