//! An API's errors, written down once, typed everywhere.
//!
//! The derive macro [`ApiErrorCatalog`] turns a catalog file into an enum of codes. This crate is what
//! a program uses of it: the facts of each code ([`CatalogCode`], [`Entry`], [`StatusRow`]), the error
//! bodies that it writes, and the answers that it reads ([`Decoded`]). It is `no_std` with `alloc`.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "http")]
extern crate std;

mod cause;
mod code;
mod decoded;
mod field;
mod message;
#[cfg(feature = "http")]
mod retry_after;
mod serialize;
mod setter;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_1;

pub use api_error_catalog_core::answer::{BODY_LIMIT, Basis};
pub use api_error_catalog_core::fact::{Actor, Retry};
pub use api_error_catalog_core::slot::{Slot, SlotSource, SlotType};
pub use api_error_catalog_core::{Catalog, Entry, Integer, Parameter, StatusRow};
#[cfg(feature = "derive")]
pub use api_error_catalog_macros::ApiErrorCatalog;
pub use code::CatalogCode;
pub use decoded::Decoded;
/// JSON values, for the slots that take them. `serde_json` 1 is a part of this crate's interface.
pub use serde_json::{Map, Value, json};
