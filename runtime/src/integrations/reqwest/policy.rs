//! How often a request is sent, and how long to wait between.

use core::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBackoff, ExponentialBuilder};
use reqwest::header::HeaderName;
use tokio::time::Instant;

/// How often [`send`](crate::ErrorCatalog::send) sends a request, and how long it waits between. Whether it may
/// send one again is up to the catalog and the request, and no policy makes that less strict.
///
/// The first wait is between one and two times the shortest delay; each one after it, twice as long, up to
/// the longest delay and its double. The place in between is random, so that clients that failed together do
/// not come back together. Where an answer says how long to wait
/// ([`retry_after`](crate::Decoded::retry_after)), the wait is that and a random one on top, so that it is
/// never shorter.
///
/// ```
/// use std::time::Duration;
///
/// use api_error_catalog::reqwest::RetryPolicy;
///
/// static PATIENT: RetryPolicy = RetryPolicy::new().attempts(10).budget(Duration::from_secs(300));
/// # let _ = &PATIENT;
/// ```
#[derive(Clone, Debug)]
pub struct RetryPolicy {
    attempts: u32,
    shortest_delay: Duration,
    longest_delay: Duration,
    budget: Duration,
    pub(super) key_header: HeaderName,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl RetryPolicy {
    /// Four attempts, delays from 250 milliseconds to 8 seconds, and a budget of 30 seconds; the key of
    /// idempotency is in the header `Idempotency-Key`.
    pub const fn new() -> Self {
        Self {
            attempts: 4,
            shortest_delay: Duration::from_millis(250),
            longest_delay: Duration::from_secs(8),
            budget: Duration::from_secs(30),
            key_header: HeaderName::from_static("idempotency-key"),
        }
    }

    /// How often a request is sent at most, the first time included. 0 is 1.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The shortest and the longest delay, before the random part. The longest is no shorter than the
    /// shortest.
    #[must_use]
    pub const fn delays(mut self, shortest: Duration, longest: Duration) -> Self {
        self.shortest_delay = shortest;
        self.longest_delay = longest;
        self
    }

    /// How long after the first attempt the last one begins at most. A wait that would end later is not
    /// begun: the error is returned at once. How long an attempt takes is up to the timeouts of the client.
    #[must_use]
    pub const fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// The header in which the API takes a key of idempotency, where it is not `Idempotency-Key`. A request
    /// that has it is sent again though its method is not idempotent: the API has to carry it out once,
    /// however often it comes with that key.
    #[must_use]
    pub fn key_header(mut self, name: HeaderName) -> Self {
        self.key_header = name;
        self
    }

    /// The waits of a request that is sent now.
    pub(super) fn waits(&self) -> Waits {
        let again = self.attempts.saturating_sub(1);
        let delays = ExponentialBuilder::new()
            .with_jitter()
            .with_min_delay(self.shortest_delay)
            .with_max_delay(self.longest_delay.max(self.shortest_delay))
            .with_max_times(usize::try_from(again).unwrap_or(usize::MAX))
            .build();
        Waits { delays, begun: Instant::now(), budget: self.budget }
    }
}

/// The waits between the attempts of a request.
pub(super) struct Waits {
    delays: ExponentialBackoff,
    begun: Instant,
    budget: Duration,
}

impl Waits {
    /// How long to wait before the next attempt, where the answer says so or not; `None` where there is to be
    /// none.
    pub(super) fn next(&mut self, retry_after: Option<Duration>) -> Option<Duration> {
        let wait = self.delays.next()?.saturating_add(retry_after.unwrap_or_default());
        let left = self.budget.saturating_sub(self.begun.elapsed());
        (wait <= left).then_some(wait)
    }
}
