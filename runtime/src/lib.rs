//! An API's errors, written down once, typed everywhere.
//!
//! The derive macro [`ApiErrorCatalog`] turns a catalog file into an enum of codes; this crate is what
//! the enum stands on: the facts of each code ([`CatalogCode`]), the status table ([`Status`]) and
//! the error bodies. It is `no_std` with `alloc`.
//!
//! The repository's README has the tour, and `catalogs/README.md` the format of a catalog.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "http")]
extern crate std;

mod body;
mod catalog;
mod code;
mod decode;
mod entry;
mod json;
mod locale;
mod lookup;
mod packed;
mod retry;
mod serialize;
mod shape;
mod source;
mod status;
mod tables;
mod template;
mod text;
mod value;
mod word;

#[doc(hidden)]
pub mod __private;

#[cfg(feature = "derive")]
pub use api_error_catalog_macros::ApiErrorCatalog;
pub use catalog::Catalog;
pub use code::CatalogCode;
pub use decode::{BODY_LIMIT, Basis, Decoded};
pub use entry::Entry;
pub use retry::Retry;
/// JSON values, for the slots that take them.
pub use serde_json::{Map, Value, json};
pub use status::Status;
