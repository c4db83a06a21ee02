//! What the expansion of the derive refers to. Not for use by hand: it changes with every release,
//! which is why the derive and this crate pin each other exactly, and why its name has a number.

pub use core;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, f64, str, u8, u16, usize};
pub use core::result::Result::{self, Err, Ok};

pub use alloc::borrow::Cow;
pub use alloc::string::String;
pub use alloc::vec::Vec;
pub use serde_core::{Serialize, Serializer};
pub use serde_json::{Map, Value};

pub use api_error_catalog_core::fact;
pub use api_error_catalog_core::{Body, Catalog, Entry, Integer, Prefixes, SlotValue, StatusRow};

pub use crate::cause::AsSource;
pub use crate::code::{CatalogCode, Sealed};
pub use crate::decoded::Decoded;
pub use crate::field::{DisplayField, TextField};
pub use crate::message::Message;
pub use crate::parts::BodyParts;
pub use crate::serialize::serialize;
pub use crate::time::Time;

/// What the setters of a body take.
pub mod setter {
    pub use crate::setter::{
        any, array, boolean, delay, integer, number, object, object_ref, text, time,
    };
}

/// Reads an answer by the catalog of a code enum.
pub fn decode<C: CatalogCode>(status: u16, body: &[u8]) -> Decoded<C> {
    Decoded::new(status, body)
}

/// The status, the media type and the headers of a body in the shape of a catalog.
pub fn parts(catalog: &'static Catalog<'static>, body: &Body<'_, '_>) -> BodyParts {
    BodyParts::new(catalog, body)
}

/// The rows of a status table.
pub const fn status_rows<const COUNT: usize>(
    catalog: &'static Catalog<'static>,
) -> [StatusRow<'static>; COUNT] {
    let mut rows = [StatusRow::new(catalog, 0); COUNT];
    let mut number = 0;
    while number < catalog.status_count() {
        rows[number as usize] = StatusRow::new(catalog, number);
        number += 1;
    }
    rows
}

/// The status of a code as the type that HTTP libraries share.
#[cfg(feature = "http")]
pub fn status_code(entry: Entry<'_>) -> StatusCode {
    StatusCode::from_u16(entry.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Reads a response by the catalog of a code enum.
#[cfg(feature = "http")]
pub fn decode_response<C: CatalogCode, B: AsRef<[u8]>>(response: &Response<B>) -> Decoded<C> {
    let status = response.status().as_u16();
    decode(status, response.body().as_ref()).with_headers(response.headers())
}

#[cfg(feature = "http")]
pub use http::{Response, StatusCode};

/// Keeps its tokens where the `http` feature is on; only this crate knows whether it is.
#[cfg(feature = "http")]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_http_1 {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Keeps its tokens where the `http` feature is on; only this crate knows whether it is.
#[cfg(not(feature = "http"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_http_1 {
    ($($tokens:tt)*) => {};
}

pub use __if_http_1 as if_http;
