//! Moments and delays as the values of slots.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::time::Duration;

use api_error_catalog_core::{Integer, SlotValue};

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

/// Seconds: a whole number, or one with as many decimals as there are, and never an exponent.
pub(crate) fn seconds_of(delay: Duration) -> SlotValue<'static> {
    let (seconds, nanoseconds) = (delay.as_secs(), delay.subsec_nanos());
    if nanoseconds == 0 {
        return SlotValue::from(seconds);
    }
    let number = format!("{seconds}.{nanoseconds:09}");
    SlotValue::Json(number.trim_end_matches('0').into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delay_is_seconds_and_a_fraction() {
        let number = |json: &str| SlotValue::Json(json.into());
        for (delay, expected) in [
            (Duration::ZERO, SlotValue::from(0_u64)),
            (Duration::from_secs(30), SlotValue::from(30_u64)),
            (Duration::from_millis(1500), number("1.5")),
            (Duration::from_nanos(1), number("0.000000001")),
            (Duration::new(34, 74_824_224), number("34.074824224")),
            (Duration::MAX, number("18446744073709551615.999999999")),
        ] {
            assert_eq!(seconds_of(delay), expected, "{delay:?}");
        }
    }
}
