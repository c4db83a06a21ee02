//! Moments of other crates, written as RFC 3339 has them.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "time")]
mod time;

use alloc::string::String;

use api_error_catalog_core::SlotValue;

/// Implements [`IntoSlot`](super::IntoSlot) for the moments of a crate, by a function that gives their
/// text.
macro_rules! moments {
    ($($type:ty $(where [$($generics:tt)*])?: $text:path;)*) => {
        $crate::into_slot::into_slot! {
            $crate::slot::StringSlot, $crate::slot::TimestampSlot, $crate::slot::TimeSlot => {
                $(
                    $type $(where [$($generics)*])?: |moment| $text(&moment);
                    &$type $(where [$($generics)*])?: |moment| $text(moment);
                )*
            }
        }
    };
}

use moments;

/// The text of a moment; nothing where its year does not have the four digits of RFC 3339 §5.6.
fn slot_value(text: String) -> Option<SlotValue<'static>> {
    let (year, rest) = text.split_at_checked(4)?;
    let is_year = year.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with('-');
    is_year.then(|| SlotValue::from(text))
}

/// Whether an offset from UTC is one of whole minutes, as RFC 3339 has it. Those of local mean times are
/// not.
fn is_of_minutes(seconds: i32) -> bool {
    seconds % 60 == 0
}
