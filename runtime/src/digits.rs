//! Numbers as JSON writes them.

use alloc::boxed::Box;
use alloc::string::ToString as _;
use core::fmt;

use api_error_catalog_core::{SlotValue, json};

/// A JSON number (RFC 8259 §6) in its digits, for slots of the type `number`: how a decimal type gets
/// there without a loss.
///
/// ```
/// use api_error_catalog::Digits;
///
/// let price = Digits::new("19.90").expect("a JSON number");
/// assert_eq!(price.as_str(), "19.90");
/// // Neither of these is one.
/// assert!(Digits::new("19,90").is_none() && Digits::new(f64::NAN).is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Digits(Box<str>);

impl Digits {
    /// The digits that `Display` writes; `None` where they are not a JSON number: `+1`, `.5`, `1,5`.
    pub fn new(number: impl fmt::Display) -> Option<Self> {
        let digits = number.to_string();
        json::is_number(&digits).then(|| Self(digits.into()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_value(self) -> SlotValue<'static> {
        SlotValue::Json(self.0)
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
