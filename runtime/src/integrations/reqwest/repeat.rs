//! Whether a request may be sent again by a program.

use api_error_catalog_core::fact::{Effect, Retry};
use reqwest::{Request, Url};

use super::policy::RetryPolicy;
use super::send_error::Failure;
use crate::Basis;
use crate::decoded::Decoded;

/// What a request that is sent twice may do.
pub(super) struct Sent {
    /// It does once what it asks for: by its method (RFC 9110 §9.2.2), or by the key that it has.
    is_idempotent: bool,
    url: Url,
}

impl Sent {
    pub(super) fn new(request: &Request, policy: &RetryPolicy) -> Self {
        let has_key =
            || request.headers().get(&policy.key_header).is_some_and(|key| !key.is_empty());
        let mut url = request.url().clone();
        // It is not sent.
        url.set_fragment(None);
        Self { is_idempotent: request.method().is_idempotent() || has_key(), url }
    }

    /// Whether an answer is one to this request. That which a redirect leads to says nothing of the
    /// effect of the request that was redirected: a payment may be answered with 303, and where that leads,
    /// the rate be limited.
    pub(super) fn is_answered_by(&self, url: &Url) -> bool {
        self.url == *url
    }

    /// Whether the request may be sent again after an attempt with this effect.
    pub(super) fn may_be_repeated<C>(&self, failure: &Failure<C>, effect: Effect) -> bool {
        (self.is_idempotent || effect == Effect::None) && may_help(failure)
    }
}

/// Whether the same request may succeed later.
fn may_help<C>(failure: &Failure<C>) -> bool {
    match failure {
        Failure::Answer(answer) => passes(answer),
        Failure::NoAnswer(error) => error.is_connect() || error.is_request(),
    }
}

/// Whether an error passes by itself, by the catalog, or else by its status.
fn passes<C>(answer: &Decoded<C>) -> bool {
    match answer.retry() {
        Some(Retry::AfterDelay) => true,
        // That 400 never passes says nothing of 429.
        Some(_) if !matches!(answer.basis(), Basis::Class(_)) => false,
        _ => matches!(answer.status(), 408 | 425 | 429 | 502..=504),
    }
}
