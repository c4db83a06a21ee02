//! What the expansion of the derive refers to. Not for use by hand: it changes with every release,
//! which is why the derive and this crate pin each other exactly, and why its name has a number.

pub use core;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, f64, str, u8, u16, u64, usize};
pub use core::result::Result::{self, Err, Ok};

pub use alloc::borrow::Cow;
pub use alloc::string::String;
pub use alloc::vec::Vec;
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::{Map, Value};

pub use api_error_catalog_core::fact;
pub use api_error_catalog_core::{Body, Catalog, Entry, Integer, Prefixes, SlotValue, StatusRow};

pub use crate::catalog_body::CatalogBody;
pub use crate::catalog_error::{CatalogError, Written};
pub use crate::code::{CatalogCode, Sealed, code_of};
pub use crate::context::BodyContext;
pub use crate::covered::{Covers, CoversNothing, EntrySet, Held, Uncovered};
pub use crate::decoded::Decoded;
pub use crate::error_catalog::ErrorCatalog;
pub use crate::field::{DisplayField, TextField, debug_text, display_text};
pub use crate::message::Message;
pub use crate::parse_code::{ParseCodeError, deserialize_code, parse_code, serialize_code};
pub use crate::parts::BodyParts;
pub use crate::received::{
    ParseJson, ParseNoJson, ParseNothing, ParseOwn, ParseText, Received, received,
};
pub use crate::report::find_in;
pub use crate::serialize::serialize;

/// Reads an answer by the catalog of a code enum.
pub fn decode<C: CatalogCode>(status: u16, body: &[u8]) -> Decoded<C> {
    Decoded::new(status, body)
}

/// The body of an error that another one holds, in the shape and the default locale of the other one's
/// catalog.
pub fn held_in<C: CatalogCode>(held: Written<'_>) -> Written<'_> {
    let mut body = held.body;
    if !core::ptr::eq(body.entry().catalog(), C::CATALOG) {
        body.set_locale(C::CATALOG.locales().next().unwrap_or_default());
    }
    Written { body: body.in_shape(C::CATALOG), prefixes: C::__PREFIXES }
}

/// What a function makes, which returns early where a part of it is not there.
pub fn attempt<T>(make: impl FnOnce() -> Option<T>) -> Option<T> {
    make()
}

/// The code of an entry; `None` where the entry is of another catalog.
pub fn code_in<C: CatalogCode>(entry: Entry<'static>) -> Option<C> {
    core::ptr::eq(entry.catalog(), C::CATALOG).then(|| code_of(entry))
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
    http_status(entry.status())
}

/// A status as the type that HTTP libraries share.
#[cfg(feature = "http")]
pub(crate) fn http_status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
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

/// Keeps its tokens where the `serde` feature is on; only this crate knows whether it is.
#[cfg(feature = "serde")]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_serde_1 {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Keeps its tokens where the `serde` feature is on; only this crate knows whether it is.
#[cfg(not(feature = "serde"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __if_serde_1 {
    ($($tokens:tt)*) => {};
}

pub use __if_serde_1 as if_serde;
