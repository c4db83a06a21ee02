//! What setters take, and what each type is in a slot.

mod integer;
mod json;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod moment;
mod number;
mod single;
mod text;
mod time;

use api_error_catalog_core::SlotValue;

use crate::slot::{
    ArraySlot, BooleanSlot, DelaySlot, IntegerSlot, NumberSlot, ObjectSlot, StatusSlot, StringSlot,
    TimeSlot, TimestampSlot,
};

/// What a slot or a parameter may be set to. `K` is its kind, one of [`slot`](crate::slot).
///
/// | kind | takes |
/// |---|---|
/// | [`StringSlot`] | `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>`, `char`; integers, as their digits; moments, as RFC 3339 |
/// | [`TimestampSlot`] | the texts of a [`StringSlot`]; moments, as RFC 3339 |
/// | [`StatusSlot`] | `u16`; with the feature `http`, `http::StatusCode` |
/// | [`IntegerSlot`] | every integer type, those of 128 bits and `NonZero` ones too, and [`Integer`](crate::Integer) |
/// | [`NumberSlot`] | what an [`IntegerSlot`] takes; `f32` and `f64`; [`Digits`](crate::Digits); with the feature `rust_decimal`, its `Decimal` |
/// | [`BooleanSlot`] | `bool` |
/// | [`ArraySlot`] | `Vec`, `VecDeque`, `BTreeSet`, slices, arrays, `Box<[T]>`, of `Serialize` items; [`Json`](crate::Json) |
/// | [`ObjectSlot`] | [`Map`](crate::Map), `BTreeMap`; [`Json`](crate::Json) |
/// | [`AnySlot`](crate::slot::AnySlot) | any `Serialize` value |
/// | [`DelaySlot`] | [`core::time::Duration`] |
/// | [`TimeSlot`] | what a [`TimestampSlot`] takes; `i32`, `u32`, `i64`, `u64` and [`Integer`](crate::Integer), seconds since 1970; [`Time`](crate::Time) |
///
/// And a reference to any of these, and an `Option`, or a reference to one. `None` leaves the slot as it
/// is. So does what the slot's JSON type does not have: a NaN or an infinity, a moment outside of the
/// years 0 to 9999, a value whose `Serialize` fails, and `null` in a slot of the type `any`.
///
/// Moments are `chrono::DateTime`, `jiff::Timestamp`, `jiff::ZonedDateTime` and `time::OffsetDateTime`, each with
/// the feature of its crate's name. They keep their offset from UTC; one that has seconds, which RFC 3339
/// cannot write, becomes UTC.
///
/// A number keeps all its digits in `to_json` and `write_json` of a body. Its `Serialize` knows none
/// beyond 64 bits and `f64`, and has the nearest of these.
///
/// A type of one's own goes into a slot as what stands for it there. The value has to be of the slot's
/// kind: it is written as it is.
///
/// ```
/// use api_error_catalog::slot::StringSlot;
/// use api_error_catalog::{ApiErrorCatalog, IntoSlot, SlotValue};
///
/// struct AccountId(u32);
///
/// impl<'a> IntoSlot<'a, StringSlot> for AccountId {
///     fn into_slot(self) -> Option<SlotValue<'a>> {
///         IntoSlot::<StringSlot>::into_slot(format!("acc_{}", self.0))
///     }
/// }
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// enum Wallet {}
///
/// let body = WalletCode::InsufficientFunds.body().account_id(AccountId(7)).balance(12.5);
/// let expected = r#"{"status":402,"code":"insufficient-funds","message":"Account acc_7 holds too little.","balance":12.5}"#;
/// assert_eq!(body.to_json(), expected.as_bytes());
/// ```
#[diagnostic::on_unimplemented(
    message = "cannot put `{Self}` into a slot of the kind `{K}`",
    label = "not a value for this slot",
    note = "what each kind takes, also by reference and as an `Option`:\n\
    StringSlot     text, `char`, integers, moments; anything else as text, such as `.to_string()`\n\
    TimestampSlot  text, moments\n\
    StatusSlot     `u16`\n\
    IntegerSlot    integers\n\
    NumberSlot     integers, `f32`, `f64`, `rust_decimal::Decimal`; other decimals as `Digits`\n\
    BooleanSlot    `bool`\n\
    ArraySlot      `Vec`, slice, array or set of `Serialize` items; anything else as `Json(value)`,\n\
    \x20              and an iterator by `.collect::<Vec<_>>()`\n\
    ObjectSlot     `serde_json::Map`, `BTreeMap`; anything else as `Json(value)`\n\
    AnySlot        whatever is `serde::Serialize`\n\
    DelaySlot      `core::time::Duration`, such as `Duration::from_secs(30)`\n\
    TimeSlot       text, moments, 32- and 64-bit integers: seconds since 1970",
    note = "`Digits` and `Json` are in `api_error_catalog`",
    note = "a moment is a `chrono::DateTime`, `jiff::Timestamp`, `jiff::ZonedDateTime` or\n\
            `time::OffsetDateTime`, with the feature of `api-error-catalog` that has the name of its crate,\n\
            as has `rust_decimal`; a `SystemTime` converts to any of them",
    note = "a type of your own goes in where it implements `api_error_catalog::IntoSlot<'_, {K}>`"
)]
pub trait IntoSlot<'a, K> {
    /// The value; `None` leaves the slot as it is.
    fn into_slot(self) -> Option<SlotValue<'a>>;
}

/// Implements [`IntoSlot`] of some kinds for types, each with what makes a value of it. No type is
/// recommended by the compiler, which would name a few at random; the message of the trait has all.
macro_rules! into_slot {
    ($($kind:ty),+ => $types:tt) => {
        $($crate::into_slot::into_slot!(@ $kind $types);)+
    };
    (@ $kind:ty {
        $($type:ty $(where [$($generics:tt)*])?: |$value:ident| $slot_value:expr;)*
    }) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<'a, $($($generics)*)?> $crate::IntoSlot<'a, $kind> for $type {
                #[inline]
                fn into_slot(self) -> Option<SlotValue<'a>> {
                    let $value = self;
                    $slot_value
                }
            }
        )*
    };
}

use into_slot;

/// Implements [`IntoSlot`] for an `Option` of what goes into a slot.
macro_rules! option {
    ($($kind:ty),+) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<'a, T: IntoSlot<'a, $kind>> IntoSlot<'a, $kind> for Option<T> {
                #[inline]
                fn into_slot(self) -> Option<SlotValue<'a>> {
                    self.and_then(T::into_slot)
                }
            }

            #[diagnostic::do_not_recommend]
            impl<'a, T> IntoSlot<'a, $kind> for &'a Option<T>
            where
                &'a T: IntoSlot<'a, $kind>,
            {
                #[inline]
                fn into_slot(self) -> Option<SlotValue<'a>> {
                    self.as_ref().and_then(<&'a T>::into_slot)
                }
            }
        )+
    };
}

// A slot of any type takes an `Option` as it takes everything: `None` is `null` in JSON.
option! {
    StringSlot, TimestampSlot, StatusSlot, IntegerSlot, NumberSlot, BooleanSlot, ArraySlot,
    ObjectSlot, DelaySlot, TimeSlot
}
