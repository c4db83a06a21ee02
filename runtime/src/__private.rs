//! What the expansion of the derive refers to. Not for use by hand: it changes with every release,
//! which is why the derive and this crate pin each other exactly.

pub use core;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, f64, str, u8, u16, usize};
pub use core::result::Result::{self, Ok};

pub use alloc::borrow::Cow;
pub use alloc::string::String;
pub use alloc::vec::Vec;
pub use serde_core::{Serialize, Serializer};
pub use serde_json::{Map, Number, Value};

pub use crate::body::{Message, SlotBody};
pub use crate::catalog::Catalog;
pub use crate::code::CatalogCode;
pub use crate::decode::Decoded;
pub use crate::entry::Entry;
pub use crate::lookup::{Lookup, hash as lookup_hash, mark as lookup_mark, place as lookup_place};
pub use crate::retry::Retry;
pub use crate::shape::{
    Filling, Json, Member, Node, Shape, Slot, SlotStep, SlotType, Step, TextPiece,
};
pub use crate::source::AsSource;
pub use crate::status::Status;
pub use crate::tables::{Codes, Heads, Rows, Tables};
pub use crate::text::Texts;
pub use crate::value::{Content, Fields};

/// The status of a code as the type that HTTP libraries share.
#[cfg(feature = "http")]
pub fn status_code(entry: Entry) -> StatusCode {
    StatusCode::from_u16(entry.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

#[cfg(feature = "http")]
pub use http::{Response, StatusCode};

/// Keeps its tokens where the `http` feature is on; only this crate knows whether it is.
#[cfg(feature = "http")]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_http {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Keeps its tokens where the `http` feature is on; only this crate knows whether it is.
#[cfg(not(feature = "http"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_http {
    ($($tokens:tt)*) => {};
}

pub use __if_http as if_http;
