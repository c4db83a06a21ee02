//! What the values of slots are in JSON.

/// What a slot's value is in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum SlotType {
    /// A string.
    String,
    /// A number without a fraction.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list of anything.
    Array,
    /// An object of anything.
    Object,
    /// Anything.
    Any,
    /// How long to wait: seconds, in digits or with a fraction, `"30s"`, or a date until which.
    Delay,
    /// A moment: a date (RFC 3339, RFC 9110 §5.6.7), or seconds since the beginning of 1970.
    Time,
}

impl SlotType {
    /// Every type.
    pub const ALL: [Self; 9] = [
        Self::String,
        Self::Integer,
        Self::Number,
        Self::Boolean,
        Self::Array,
        Self::Object,
        Self::Any,
        Self::Delay,
        Self::Time,
    ];

    /// The name in a catalog, which is JSON Schema's where that has one.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
            Self::Any => "any",
            Self::Delay => "delay",
            Self::Time => "time",
        }
    }

    /// Whether it says when the request may be sent again.
    pub const fn is_wait(self) -> bool {
        matches!(self, Self::Delay | Self::Time)
    }

    /// Whether a value is a JSON number.
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Number)
    }
}
