//! How long to wait before the request is sent again, as the answer says it.

use core::time::Duration;

use super::Answer;
use super::found::Found;
use crate::date::Moment;
use crate::slot::SlotType;
use crate::wait::Wait;

impl Answer<'_> {
    /// How long to wait, at most 2³¹ seconds; `None` where the answer does not say, or what it says makes
    /// no sense.
    ///
    /// The `Retry-After` counts (RFC 9110 §10.2.3), then a slot of the type `delay`, then one of the type
    /// `time`: the deepest of the error that [`entry`](Self::entry) is of, then one around it, then the
    /// first of the others. A date counts from the answer's own `Date`, so that clocks need not agree;
    /// where there is none, from [`with_now`](Self::with_now), and where nobody gave that, it says nothing.
    /// A date that has passed is now.
    pub fn retry_after(&self) -> Option<Duration> {
        let of_header = || Wait::of_retry_after(self.raw_retry_after()?)?.from(self.now());
        of_header()
            .or_else(|| self.delay_of(SlotType::Delay))
            .or_else(|| self.delay_of(SlotType::Time))
    }

    /// The `Retry-After` as it was received.
    pub fn raw_retry_after(&self) -> Option<&str> {
        self.header("Retry-After")
    }

    /// Says when the answer came, in the time since the beginning of 1970, UTC. It is asked for once, and
    /// where it may matter.
    #[must_use]
    pub fn with_now(mut self, now: impl FnOnce() -> Duration) -> Self {
        let says_when = |found: &Found| self.catalog.slot(found.slot).slot_type().is_wait();
        let in_slots = self.catalog.has_delays && self.received.found.iter().any(says_when);
        if self.now.is_none() && (in_slots || self.raw_retry_after().is_some()) {
            self.now = Some(Moment::since_1970(now()));
        }
        self
    }

    /// When the answer was sent, or else when it came; `None` where neither is known.
    fn now(&self) -> Option<Moment> {
        self.header("Date").and_then(Moment::parse_http).or(self.now)
    }

    /// What the slots of a type say.
    fn delay_of(&self, slot_type: SlotType) -> Option<Duration> {
        if !self.catalog.has_delays {
            return None;
        }
        let is_wanted = |found: &Found| self.catalog.slot(found.slot).slot_type() == slot_type;
        let delay = |found: &Found| Wait::parse(slot_type, &self.text(found)?)?.from(self.now());
        let element = self.primary_element();
        let own = self.around(element).find_map(|e| self.found(e, is_wanted).find_map(delay));
        own.or_else(|| self.received.found.iter().filter(|f| is_wanted(f)).find_map(delay))
    }
}
