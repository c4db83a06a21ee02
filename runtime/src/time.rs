//! Moments and delays as the values of slots.

use alloc::borrow::Cow;
use alloc::string::String;
use core::time::Duration;

use api_error_catalog_core::{Finite, Integer, SlotValue};

/// A moment, for a slot of the type `time`: text as the API has it, such as `"2026-01-01T00:00:00Z"`, or
/// seconds since the beginning of 1970, UTC.
///
/// ```
/// use api_error_catalog::Time;
///
/// let times: [Time<'_>; 3] = ["2026-01-01T00:00:00Z".into(), 1_767_225_600_u64.into(), 0_i32.into()];
/// # let _ = times;
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Time<'a>(pub(crate) SlotValue<'a>);

impl<'a> From<&'a str> for Time<'a> {
    fn from(text: &'a str) -> Self {
        Self(SlotValue::from(text))
    }
}

impl From<String> for Time<'_> {
    fn from(text: String) -> Self {
        Self(SlotValue::from(text))
    }
}

impl<'a> From<Cow<'a, str>> for Time<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self(SlotValue::from(text))
    }
}

impl From<Integer> for Time<'_> {
    fn from(seconds: Integer) -> Self {
        Self(SlotValue::Integer(seconds))
    }
}

/// From the types that seconds are counted in.
macro_rules! seconds {
    ($($integer:ty),*) => {
        $(
            impl From<$integer> for Time<'_> {
                fn from(seconds: $integer) -> Self {
                    Self(SlotValue::from(seconds))
                }
            }
        )*
    };
}

seconds!(i32, u32, i64, u64);

/// Seconds: a whole number, or one with a fraction, to the millisecond that is not before its end.
pub(crate) fn seconds_of(delay: Duration) -> SlotValue<'static> {
    // A fraction of so many seconds is no matter, and would be written with an exponent.
    const LONG: u64 = 1 << 32;
    let milliseconds = u64::from(delay.subsec_nanos().div_ceil(1_000_000));
    if milliseconds == 0 || delay.as_secs() >= LONG {
        return SlotValue::from(delay.as_secs());
    }
    let rounded = Duration::from_secs(delay.as_secs()) + Duration::from_millis(milliseconds);
    if rounded.subsec_nanos() == 0 {
        return SlotValue::from(rounded.as_secs());
    }
    // Less than 2³³, which is finite.
    Finite::new(rounded.as_secs_f64()).map_or(SlotValue::from(rounded.as_secs()), SlotValue::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delay_is_whole_seconds_or_milliseconds() {
        let number = |number| Finite::new(number).map(SlotValue::Number).expect("a number");
        for (delay, expected) in [
            (Duration::ZERO, SlotValue::from(0_u64)),
            (Duration::from_secs(30), SlotValue::from(30_u64)),
            (Duration::from_millis(1500), number(1.5)),
            (Duration::from_nanos(1), number(0.001)),
            (Duration::new(2, 999_000_001), SlotValue::from(3_u64)),
            (Duration::MAX, SlotValue::from(u64::MAX)),
        ] {
            assert_eq!(seconds_of(delay), expected, "{delay:?}");
        }
    }
}
