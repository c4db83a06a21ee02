//! What a slot or a parameter may be set to.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use crate::json;
use crate::text_out::TextOut;

/// A value in a slot or a parameter.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SlotValue<'a> {
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(Integer),
    /// Any number.
    Number(Finite),
    /// A truth value.
    Boolean(bool),
    /// A JSON value that somebody else has written, as JSON text.
    Json(Box<str>),
    /// No value, also where the catalog has one.
    Absent,
}

impl SlotValue<'_> {
    /// Writes the value as text: a string without its quotes, anything else as JSON has it.
    pub(crate) fn write<W: TextOut>(&self, out: &mut W) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Integer(number) => number.with_digits(|digits| out.write_plain(digits)),
            Self::Number(number) => write!(out, "{number}"),
            Self::Boolean(value) => write!(out, "{value}"),
            Self::Json(json) => json::write_as_text(json, out),
            Self::Absent => Ok(()),
        }
    }
}

impl<'a> From<&'a str> for SlotValue<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for SlotValue<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for SlotValue<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for SlotValue<'_> {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

/// A whole number from -2⁶³ to 2⁶⁴ - 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Integer {
    is_negative: bool,
    magnitude: u64,
}

impl Integer {
    /// The number as an `i64`; `None` where it is greater than one may be.
    pub fn as_i64(self) -> Option<i64> {
        if self.is_negative {
            0_i64.checked_sub_unsigned(self.magnitude)
        } else {
            i64::try_from(self.magnitude).ok()
        }
    }

    /// Hands on the number in digits, which takes less time than formatting it.
    #[allow(clippy::cast_possible_truncation, reason = "a digit fits a byte")]
    pub(crate) fn with_digits<T>(self, take: impl FnOnce(&str) -> T) -> T {
        // A sign, and the 20 digits of 2⁶⁴ - 1.
        let mut digits = [b'-'; 21];
        let mut at = digits.len();
        let mut rest = self.magnitude;
        for digit in digits.iter_mut().rev() {
            // Less than ten.
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
            at -= 1;
            if rest == 0 {
                break;
            }
        }
        at -= usize::from(self.is_negative);
        take(core::str::from_utf8(&digits[at..]).unwrap_or_default())
    }

    /// The number as a `u64`; `None` where it is negative.
    pub fn as_u64(self) -> Option<u64> {
        (!self.is_negative).then_some(self.magnitude)
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_digits(|digits| f.pad(digits))
    }
}

/// From the types that are always in range.
macro_rules! integers {
    ($($signed:ty, $unsigned:ty;)*) => {
        $(
            #[allow(clippy::cast_lossless, reason = "`From` is not for `usize`")]
            impl From<$signed> for Integer {
                #[inline]
                fn from(number: $signed) -> Self {
                    // No type here has more than 64 bits.
                    Self { is_negative: number < 0, magnitude: number.unsigned_abs() as u64 }
                }
            }

            #[allow(clippy::cast_lossless, reason = "`From` is not for `usize`")]
            impl From<$unsigned> for Integer {
                #[inline]
                fn from(number: $unsigned) -> Self {
                    Self { is_negative: false, magnitude: number as u64 }
                }
            }

            impl From<$signed> for SlotValue<'_> {
                #[inline]
                fn from(number: $signed) -> Self {
                    Self::Integer(number.into())
                }
            }

            impl From<$unsigned> for SlotValue<'_> {
                #[inline]
                fn from(number: $unsigned) -> Self {
                    Self::Integer(number.into())
                }
            }
        )*
    };
}

integers! {
    i8, u8;
    i16, u16;
    i32, u32;
    i64, u64;
    isize, usize;
}

/// A number that JSON can write: not infinite, and not NaN.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finite(f64);

impl Finite {
    /// The number; `None` where JSON has none for it.
    pub fn new(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(number))
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Finite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `Debug` writes `1.0` and `1e20`, where `Display` writes `1` and twenty zeros.
        write!(f, "{:?}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn integers_are_written_in_digits() {
        for number in [0, 1, -1, 10, i64::MAX, i64::MIN] {
            assert_eq!(Integer::from(number).to_string(), number.to_string());
            assert_eq!(Integer::from(number).as_i64(), Some(number));
        }
        assert_eq!(Integer::from(u64::MAX).to_string(), u64::MAX.to_string());
        assert_eq!(Integer::from(u64::MAX).as_i64(), None);
        assert_eq!((Integer::from(-1).as_u64(), Integer::from(7_u8).as_u64()), (None, Some(7)));
    }

    #[test]
    fn numbers_are_json() {
        for (number, json) in [(1.0, "1.0"), (1e20, "1e20"), (-0.1, "-0.1"), (1e-7, "1e-7")] {
            assert_eq!(Finite::new(number).map(|number| number.to_string()).as_deref(), Some(json));
            assert!(
                serde_json::from_str::<f64>(json)
                    .is_ok_and(|read| read.to_bits() == f64::to_bits(number))
            );
        }
        assert_eq!(Finite::new(f64::NAN), None);
        assert_eq!(Finite::new(f64::INFINITY), None);
    }
}
