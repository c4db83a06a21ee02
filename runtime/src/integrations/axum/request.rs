//! What is kept of a request until its answer is there.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use ::axum::extract::OriginalUri;
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, Method, Request, Uri};

use crate::integrations::asked::{Asked, is_sane};

/// What is kept of a request until its answer is there: copies that share their bytes with it.
pub(super) struct Kept {
    pub(super) method: Method,
    uri: Uri,
    accept_language: Vec<HeaderValue>,
    request_id: Option<HeaderValue>,
    traceparent: Option<HeaderValue>,
    media_type: Option<HeaderValue>,
}

impl Kept {
    pub(super) fn of<B>(request: &Request<B>, request_id_header: &HeaderName) -> Self {
        let header = |name: &HeaderName| request.headers().get(name).cloned();
        // A nested router shows its routes what is behind its own path.
        let original = request.extensions().get::<OriginalUri>();
        Self {
            method: request.method().clone(),
            uri: original.map_or(request.uri(), |original| &original.0).clone(),
            accept_language: request.headers().get_all(ACCEPT_LANGUAGE).iter().cloned().collect(),
            request_id: header(request_id_header).filter(has_sane_id),
            traceparent: header(&HeaderName::from_static("traceparent")),
            media_type: header(&CONTENT_TYPE),
        }
    }

    pub(super) fn request_id(&self) -> Option<&HeaderValue> {
        self.request_id.as_ref()
    }

    pub(super) fn set_request_id(&mut self, id: HeaderValue) {
        self.request_id = Some(id);
    }

    /// The request, with the id that the answer has where it has one: a layer inside of this one may have
    /// made it.
    pub(super) fn asked<'r>(&'r self, id_of_answer: Option<&'r HeaderValue>) -> Asked<'r> {
        let text = |value: &'r HeaderValue| value.to_str().ok();
        let id_of_answer = id_of_answer.filter(|id| has_sane_id(id));
        let languages = self.accept_language.iter().filter_map(text);
        Asked {
            method: self.method.as_str(),
            target: self.uri.path_and_query().map_or("/", |target| target.as_str()),
            accept_language: match &self.accept_language[..] {
                [only] => Cow::Borrowed(only.to_str().unwrap_or_default()),
                _ => Cow::Owned(languages.collect::<Vec<_>>().join(",")),
            },
            request_id: id_of_answer.or(self.request_id.as_ref()).and_then(text),
            traceparent: self.traceparent.as_ref().and_then(text),
            media_type: self.media_type.as_ref().and_then(text),
        }
    }
}

fn has_sane_id(value: &HeaderValue) -> bool {
    value.to_str().is_ok_and(is_sane)
}
